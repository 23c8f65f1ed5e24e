package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import io.kairos.engine.interest.Decay;
import io.kairos.engine.profile.BotPolicy;
import io.kairos.engine.profile.Declared;
import io.kairos.engine.profile.InterestPolicy;
import io.kairos.engine.profile.ProfilePolicy;
import io.kairos.engine.profile.RfmCuts;
import io.kairos.engine.profile.Yardsticks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a rule file says of profiles. What it leaves out keeps its default. */
final class ProfileReader {
  private static final ProfilePolicy DEFAULT = ProfilePolicy.DEFAULT;
  private static final int MOST_EVENTS = 1_000_000;

  /** What conditions read as something else. */
  private static final List<String> RESERVED = List.of("true", "false", "null", "in");

  private final Section file;
  private final Section profile;

  ProfileReader(Section file) {
    this.file = file;
    this.profile = file.section("profile");
  }

  ProfilePolicy read() {
    profile.only("halfLife", "weights", "bots", "rfm", "priceBands", "pattern");
    return new ProfilePolicy(interest(), bots(), declared(), yardsticks());
  }

  private InterestPolicy interest() {
    Section weights = profile.section("weights");
    weights.only("view", "like", "cart", "order");
    InterestPolicy usual = DEFAULT.interest();
    long halfLife = profile.millis("halfLife", "14d");
    if (halfLife < 60_000) {
      throw profile.wrong("halfLife", "must be at least 1m");
    }
    return new InterestPolicy(
        new Decay(halfLife),
        weights.decimal("view", usual.view(), 0.001, 1000),
        weights.decimal("like", usual.like(), 0.001, 1000),
        weights.decimal("cart", usual.cart(), 0.001, 1000),
        weights.decimal("order", usual.order(), 0.001, 1000));
  }

  private BotPolicy bots() {
    Section bots = profile.section("bots");
    bots.only("perMinute", "perHour", "flaggedFor");
    return new BotPolicy(
        bots.number("perMinute", DEFAULT.bots().perMinute(), 1, MOST_EVENTS),
        bots.number("perHour", DEFAULT.bots().perHour(), 1, MOST_EVENTS),
        bots.millis("flaggedFor", "7d"));
  }

  private Declared declared() {
    Set<String> events = names("events");
    for (EventName name : EventName.values()) {
      if (name != EventName.UNKNOWN && events.contains(name.label())) {
        throw file.wrong(
            "events",
            "'%s' is an event of every shop, and rules that name it mean that one: call yours by"
                    .formatted(name.label())
                + " another name");
      }
    }
    return new Declared(events, names("attributes"));
  }

  private Set<String> names(String key) {
    List<String> names = file.texts(key);
    for (String name : names) {
      if (!name.matches("[a-zA-Z]\\w{0,31}") || RESERVED.contains(name)) {
        throw file.wrong(
            key,
            "'"
                + name
                + "' must be a letter and up to 31 letters, digits or underscores, and none of "
                + String.join(", ", RESERVED));
      }
    }
    if (names.size() > Declared.MOST) {
      throw file.wrong(key, "at most " + Declared.MOST + " can be declared");
    }
    return Set.copyOf(names);
  }

  private Yardsticks yardsticks() {
    Yardsticks usual = DEFAULT.yardsticks();
    Section pattern = profile.section("pattern");
    pattern.only("orders", "value");
    RfmCuts cuts = rfm(usual.rfm());
    List<Double> bands = priceBands(usual.priceBands());
    Yardsticks.Pattern often =
        new Yardsticks.Pattern(
            pattern.decimal("orders", usual.pattern().orders(), 0, 1e6),
            pattern.decimal("value", usual.pattern().value(), 0, 1e12));
    Map<String, Map<String, String>> tables = tables();
    try {
      return new Yardsticks(cuts, bands, often, tables);
    } catch (IllegalArgumentException noPlace) {
      throw file.wrong("tables", noPlace.getMessage());
    }
  }

  private List<Double> priceBands(List<Double> usual) {
    List<Double> limits = profile.decimals("priceBands", usual);
    for (int i = 1; i < limits.size(); i++) {
      if (limits.get(i) <= limits.get(i - 1)) {
        throw profile.wrong("priceBands", "must be rising limits, not " + limits);
      }
    }
    return limits;
  }

  private RfmCuts rfm(RfmCuts usual) {
    Section rfm = profile.section("rfm");
    rfm.only("recencyDays", "orders", "spent");
    try {
      return new RfmCuts(
          rfm.decimals("recencyDays", usual.recencyDays()),
          rfm.decimals("orders", usual.orders()),
          rfm.decimals("spent", usual.spent()));
    } catch (IllegalArgumentException wrong) {
      throw profile.wrong("rfm", wrong.getMessage());
    }
  }

  private Map<String, Map<String, String>> tables() {
    Section tables = file.section("tables");
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (String name : tables.names()) {
      Section table = tables.section(name);
      Map<String, String> entries = new TreeMap<>();
      table.names().forEach(key -> entries.put(key, table.text(key)));
      all.put(name, entries);
    }
    return all;
  }
}
