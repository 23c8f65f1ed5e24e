package io.kairos.engine.rule;

import io.kairos.engine.condition.Spelling;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.profile.Person;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the delivery policy of a rule file. */
record PolicyReader(Section delivery) {
  static final String[] KEYS = {
    "channels",
    "consentNeeded",
    "consentAssumed",
    "cancelFor",
    "quietHours",
    "quietHoursIgnorable",
    "caps",
    "gap",
    "holdout",
    "liveFrom",
    "testers",
    "personalData"
  };
  private static final Pattern WINDOW =
      Pattern.compile("(([01]\\d|2[0-3]):[0-5]\\d)-(([01]\\d|2[0-3]):[0-5]\\d)");
  private static final int MOST_TESTERS = 1000;
  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  Policy read() {
    delivery.only(KEYS);
    return new Policy(
        new Policy.Consents(
            delivery.has("consentNeeded") ? declaredChannels("consentNeeded") : Set.of("sms"),
            declaredChannels("consentAssumed")),
        new QuietHours(quietHours(), purposes()),
        caps(),
        audience(),
        delivery.millis("cancelFor", "10m"));
  }

  private Set<String> channels(String key) {
    return channels(key, PolicyReader::channel);
  }

  private Set<String> declaredChannels(String key) {
    return channels(key, this::declaredChannel);
  }

  private Set<String> channels(String key, Function<String, String> read) {
    Set<String> channels = new HashSet<>();
    delivery.texts(key).forEach(text -> channels.add(delivery.read(key, text, read)));
    return Set.copyOf(channels);
  }

  private String declaredChannel(String text) {
    return channel(text, channels("channels"));
  }

  /**
   * A channel's name, among those that are declared.
   *
   * @param declared empty for any
   * @throws IllegalArgumentException if it is none of them; the message says which was probably
   *     meant
   */
  static String channel(String text, Set<String> declared) {
    channel(text);
    if (!declared.isEmpty() && !declared.contains(text)) {
      throw new IllegalArgumentException(
          "'%s' is not declared under delivery, channels: %s%s"
              .formatted(
                  text,
                  String.join(", ", new TreeSet<>(declared)),
                  Spelling.nearest(text, declared)
                      .map("; did you mean %s?"::formatted)
                      .orElse("")));
    }
    return text;
  }

  /** A channel's name. */
  static String channel(String text) {
    if (text.isBlank() || text.length() > Person.LONGEST_CHANNEL) {
      throw new IllegalArgumentException(
          "'" + text + "' is no channel: it is empty or longer than 16 characters");
    }
    return text;
  }

  private Map<String, QuietHours.Window> quietHours() {
    Section section = delivery.section("quietHours");
    Map<String, QuietHours.Window> windows = new HashMap<>();
    for (String channel : section.names()) {
      section.read(channel, channel, this::declaredChannel);
      windows.put(channel, section.read(channel, section.text(channel), PolicyReader::window));
    }
    return Map.copyOf(windows);
  }

  private static QuietHours.Window window(String text) {
    Matcher matcher = WINDOW.matcher(text);
    if (!matcher.matches() || matcher.group(1).equals(matcher.group(3))) {
      throw new IllegalArgumentException(
          "'" + text + "' is no part of the day. Write \"22:00-08:00\"");
    }
    LocalTime from = LocalTime.parse(matcher.group(1));
    LocalTime to = LocalTime.parse(matcher.group(3));
    long free = Math.floorMod(Duration.between(to, from).toMillis(), DAY_MILLIS);
    if (free < QuietHours.SPREAD_MILLIS) {
      throw new IllegalArgumentException(
          "'" + text + "' leaves less than the half hour over which held messages go out");
    }
    return new QuietHours.Window(from, to);
  }

  private Set<Purpose> purposes() {
    if (!delivery.has("quietHoursIgnorable")) {
      return Set.of(Purpose.SERVICE);
    }
    Set<Purpose> purposes = new HashSet<>();
    for (String text : delivery.texts("quietHoursIgnorable")) {
      purposes.add(delivery.read("quietHoursIgnorable", text, PolicyReader::purpose));
    }
    return Set.copyOf(purposes);
  }

  /** A purpose of messages. */
  static Purpose purpose(String text) {
    return switch (text) {
      case "marketing" -> Purpose.MARKETING;
      case "service" -> Purpose.SERVICE;
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is no purpose. Known: marketing, service");
    };
  }

  /** The purpose as rules write it. */
  static String label(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }

  private Caps caps() {
    List<Caps.Cap> caps = new ArrayList<>();
    for (Section cap : delivery.sections("caps", "delivery, cap")) {
      cap.only("channel", "most", "within");
      long within = cap.millis("within", cap.text("within"));
      if (within == 0 || within > Durations.millis("366d")) {
        throw cap.wrong("within", "must be above 0 and at most 366d");
      }
      String channel =
          cap.has("channel")
              ? cap.read("channel", cap.text("channel"), this::declaredChannel)
              : null;
      caps.add(new Caps.Cap(channel, cap.number("most", 1, 1, 20), within));
    }
    if (caps.stream().mapToInt(Caps.Cap::most).sum() > Caps.MOST) {
      throw delivery.wrong(
          "caps", "may count at most " + Caps.MOST + " messages together, so that state is small");
    }
    return new Caps(List.copyOf(caps), delivery.millis("gap", "0s"));
  }

  private Policy.Audience audience() {
    Set<String> testers = Set.copyOf(delivery.texts("testers"));
    if (testers.size() > MOST_TESTERS) {
      throw delivery.wrong("testers", "at most " + MOST_TESTERS);
    }
    return new Policy.Audience(
        channels("channels"),
        delivery.has("holdout")
            ? delivery.read("holdout", delivery.text("holdout"), Shares::of)
            : 0,
        delivery.has("liveFrom")
            ? delivery.read("liveFrom", delivery.text("liveFrom"), Instants::millis)
            : Long.MIN_VALUE,
        testers,
        personalData());
  }

  private Set<String> personalData() {
    return delivery.has("personalData")
        ? Set.copyOf(delivery.texts("personalData"))
        : Set.of("customer.language", "customer.timeZone");
  }
}
