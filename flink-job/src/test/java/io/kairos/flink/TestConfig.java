package io.kairos.flink;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** Settings for tests: the defaults, a broker that nobody asks, and what a test changes. */
public final class TestConfig {
  public static final long LATENESS_MILLIS = 2_000;

  private TestConfig() {}

  public static KairosConfig of(Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(changes);
    all.putIfAbsent(KairosOptions.KEY_SALT.key(), "kairos");
    all.put(KairosOptions.BOOTSTRAP_SERVERS.key(), "nowhere:1");
    return KairosConfig.from(Configuration.fromMap(all));
  }

  /** A bounded replay up to an instant, epoch milliseconds. */
  public static KairosConfig until(long endMillis) {
    return until(endMillis, Map.of());
  }

  /** The same with what a test changes. */
  public static KairosConfig until(long endMillis, Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(changes);
    all.put(KairosOptions.END.key(), Long.toString(endMillis));
    all.put(KairosOptions.ASSUMED_CONSENT.key(), "push;sms");
    all.put(KairosOptions.MODE.key(), "replay");
    return of(all);
  }
}
