package io.kairos.flink.config;

import static io.kairos.flink.config.KairosOptions.*;

import io.kairos.engine.CustomerEngine;
import io.kairos.flink.config.KairosConfig.Decisions;
import io.kairos.flink.config.KairosConfig.Input;
import io.kairos.flink.config.KairosConfig.Output;
import io.kairos.flink.config.KairosConfig.State;
import io.kairos.flink.config.RegistryConfig.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** Turns options into settings, with an error that names the option that is wrong. */
final class ConfigReader {
  private static final long LEAST_PATIENCE_MILLIS = 1_000;
  private static final long LEAST_RETENTION_MILLIS = 3_600_000;

  private final Configuration options;

  ConfigReader(Configuration options) {
    this.options = options;
  }

  KairosConfig read() {
    refuseUnknown();
    demand(BOOTSTRAP_SERVERS, "Give the addresses of the brokers");
    demand(
        KEY_SALT,
        "Choose a secret and keep it: state is keyed by it for ever. Give a reference to it: "
            + References.FORMS);
    if (options.get(BOUNDED) && options.get(END) == Long.MAX_VALUE) {
      throw wrong(END, "is missing. A bounded replay needs the instant at which it ends");
    }
    return new KairosConfig(
        ClientOptions.read(options),
        options.get(TOPIC_PREFIX),
        input(),
        time(),
        state(),
        decisions(),
        output(),
        registry());
  }

  private void refuseUnknown() {
    for (String key : options.keySet()) {
      if (!key.startsWith(ClientKeys.OPTION) && !KnownOptions.KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "Option "
                + key
                + " is not known. Known: kafka.*, "
                + String.join(", ", KnownOptions.KEYS));
      }
    }
  }

  private void demand(ConfigOption<String> option, String advice) {
    if (options.get(option) == null) {
      throw wrong(option, "is missing. " + advice);
    }
  }

  private long millis(ConfigOption<Duration> option) {
    Duration value = options.get(option);
    if (value.isNegative()) {
      throw wrong(option, "must not be negative");
    }
    if (value.toMillis() == 0 && !value.isZero()) {
      throw wrong(option, "must be 0 or at least 1 ms");
    }
    return value.toMillis();
  }

  private Input input() {
    if (options.get(MAX_RECORD).getBytes() > Integer.MAX_VALUE) {
      throw wrong(MAX_RECORD, "must be below 2 gb");
    }
    return new Input(
        options.get(BOUNDED),
        (int) options.get(MAX_RECORD).getBytes(),
        options.get(MAX_WAITING).getBytes(),
        DeletedEvents.valueOf(oneOf(DELETED_EVENTS, "stop", "skip").toUpperCase(Locale.ROOT)));
  }

  private TimeConfig time() {
    if (options.get(CLOCK_SPEED) <= 0) {
      throw wrong(CLOCK_SPEED, "must be above 0");
    }
    if (millis(WATERMARK_INTERVAL) == 0) {
      throw wrong(WATERMARK_INTERVAL, "must be at least 1 ms: without it time would not move on");
    }
    WallClock clock =
        new WallClock(
            options.get(CLOCK_ORIGIN_EVENT),
            options.get(CLOCK_ORIGIN_WALL),
            options.get(CLOCK_SPEED));
    return new TimeConfig(
        millis(LATENESS),
        millis(FUTURE_TOLERANCE),
        new TimeConfig.Quiet(millis(END_CHECK), millis(SKEW), clock),
        millis(ALIGNMENT),
        options.get(END));
  }

  private State state() {
    if (options.get(CACHED_CUSTOMERS) < 0) {
      throw wrong(CACHED_CUSTOMERS, "must not be negative");
    }
    return new State(
        options.get(CACHED_CUSTOMERS), millis(NEAR_WAKE_UPS), options.get(APPLY_TOGETHER));
  }

  private Decisions decisions() {
    try {
      Currency.getInstance(options.get(CURRENCY));
    } catch (IllegalArgumentException unknown) {
      throw wrong(CURRENCY, "'" + options.get(CURRENCY) + "' is no ISO 4217 code");
    }
    try {
      ZoneId.of(options.get(TIME_ZONE));
    } catch (DateTimeException unknown) {
      throw wrong(TIME_ZONE, "'" + options.get(TIME_ZONE) + "' is no time zone");
    }
    Decisions decisions =
        new Decisions(
            options.get(CURRENCY),
            options.get(TIME_ZONE),
            text(RULES),
            text(MODEL),
            assumedConsent(),
            salt(),
            activationDelay());
    decisions.rules();
    return decisions;
  }

  private List<String> assumedConsent() {
    List<String> channels = options.get(ASSUMED_CONSENT);
    for (String channel : channels) {
      if (channel.contains(",")) {
        throw wrong(ASSUMED_CONSENT, "'" + channel + "' is no channel. Write ; between several");
      }
    }
    return channels;
  }

  private Secret salt() {
    References.requireKinds(KEY_SALT.key(), options.get(KEY_SALT));
    return new Secret(KEY_SALT.key(), options.get(KEY_SALT));
  }

  private long activationDelay() {
    long delay = millis(ACTIVATION_DELAY);
    if (delay < 2 * millis(SKEW)) {
      throw wrong(ACTIVATION_DELAY, "must be at least twice " + SKEW.key());
    }
    return delay;
  }

  private String text(ConfigOption<String> option) {
    String file = options.get(option);
    try {
      return file == null ? null : Files.readString(Path.of(file));
    } catch (IOException unreadable) {
      throw wrong(option, "'" + file + "' cannot be read: " + unreadable.getMessage());
    }
  }

  private Output output() {
    return new Output(
        oneOf(MODE, "live", "replay").equals("replay"), format(), publishEveryMillis(), delivery());
  }

  private DeliveryConfig delivery() {
    if (options.get(REQUIRED_REPLICATION) < 1) {
      throw wrong(REQUIRED_REPLICATION, "must be at least 1");
    }
    if (millis(RECEIPT_RETENTION) < LEAST_RETENTION_MILLIS) {
      throw wrong(RECEIPT_RETENTION, "must be at least 1 h");
    }
    boolean exactly = oneOf(GUARANTEE, "at-least-once", "exactly-once").equals("exactly-once");
    return new DeliveryConfig(
        exactly ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE,
        options.get(MAX_UNCOMMITTED).getBytes(),
        options.get(REQUIRED_REPLICATION),
        millis(RECEIPT_RETENTION),
        Unproven.valueOf(oneOf(UNPROVEN_BATCH, "refuse", "send", "skip").toUpperCase(Locale.ROOT)));
  }

  private long publishEveryMillis() {
    return options.get(PUBLISH) ? millis(PUBLISH_INTERVAL) : CustomerEngine.NEVER;
  }

  private SinkFormat format() {
    String given = oneOf(SINK_FORMAT, "avro", "registry", "json");
    if (given.equals("registry") && options.get(REGISTRY_URL) == null) {
      throw wrong(SINK_FORMAT, "'registry' needs " + REGISTRY_URL.key());
    }
    return SinkFormat.valueOf(given.toUpperCase(Locale.ROOT));
  }

  private RegistryConfig registry() {
    if (millis(REGISTRY_GIVE_UP_AFTER) < LEAST_PATIENCE_MILLIS) {
      throw wrong(REGISTRY_GIVE_UP_AFTER, "must be at least 1 s");
    }
    try {
      return new RegistryConfig(
          options.get(REGISTRY_URL),
          options.get(REGISTRY_BASIC_AUTH),
          options.get(REGISTRY_REGISTER) ? Registration.REGISTER : Registration.LOOK_UP,
          millis(REGISTRY_GIVE_UP_AFTER));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException("Option schema.registry." + refused.getMessage(), refused);
    }
  }

  private String oneOf(ConfigOption<String> option, String... known) {
    String value = options.get(option);
    if (!Set.of(known).contains(value)) {
      throw wrong(option, "'" + value + "' is none of " + String.join(", ", known));
    }
    return value;
  }

  private static IllegalArgumentException wrong(ConfigOption<?> option, String why) {
    return new IllegalArgumentException("Option " + option.key() + " " + why);
  }
}
