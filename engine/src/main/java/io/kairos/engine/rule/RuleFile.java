package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.profile.ProfilePolicy;
import io.kairos.engine.segment.SegmentSet;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.segment.TierLadder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a rule file: YAML 1.2 with the lists {@code rules} and {@code tiers} and the map {@code
 * delivery}.
 */
public final class RuleFile {
  private static final String[] KEYS_OF_A_RULE = {
    "id",
    "version",
    "name",
    "note",
    "owner",
    "event",
    "becomes",
    "per",
    "restart",
    "after",
    "idle",
    "at",
    "unless",
    "where",
    "when",
    "again",
    "priority",
    "steps",
    "send"
  };

  private final int minorDigits;
  private final Conditions conditions;

  private RuleFile(int minorDigits, Conditions conditions) {
    this.minorDigits = minorDigits;
    this.conditions = conditions;
  }

  /** The default rules, which ship with the engine. */
  public static RuleSet defaults(String currency) {
    try (InputStream in = RuleFile.class.getResourceAsStream("/default-rules.yaml")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), currency);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads rules.
   *
   * @param currency ISO 4217 code of the shop, for the minor unit of amounts
   * @throws IllegalArgumentException if the text is no rule file; the message names rule and key
   */
  public static RuleSet parse(String yaml, String currency) {
    Section file = Section.of("the rule file", document(yaml));
    file.only(
        "rules",
        "tiers",
        "stages",
        "segments",
        "profile",
        "tables",
        "events",
        "attributes",
        "delivery");
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    ProfilePolicy profile = new ProfileReader(file).read();
    Conditions conditions = new Conditions(profile, SegmentReader.names(file), digits);
    RuleFile reader = new RuleFile(digits, conditions);
    return new RuleSet(
        reader.rules(file),
        reader.segments(file),
        profile,
        policy(file.section("delivery")),
        ModelFile.defaults());
  }

  private Map<String, Rule> rules(Section file) {
    List<Rule> rules = file.sections("rules", "rule").stream().map(this::rule).toList();
    refuseRepeatedIds(rules);
    refuseTooManyThatWatch(file, rules);
    return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
  }

  private SegmentSet segments(Section file) {
    SegmentReader reader = new SegmentReader(file, conditions);
    List<TierLadder.Rung> rungs = file.sections("tiers", "tier").stream().map(this::rung).toList();
    return new SegmentSet(new TierLadder(rungs), reader.stages(), reader.segments());
  }

  private static Object document(String yaml) {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (YamlEngineException unreadable) {
      throw new IllegalArgumentException("No YAML: " + unreadable.getMessage(), unreadable);
    }
  }

  private static void refuseRepeatedIds(List<Rule> rules) {
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("Two rules are called '" + rule.id() + "'");
      }
    }
  }

  private static void refuseTooManyThatWatch(Section file, List<Rule> rules) {
    long watching = rules.stream().filter(r -> r.start() instanceof Start.Becoming).count();
    if (watching > Agenda.MOST_HOLDING) {
      throw file.wrong("rules", "at most " + Agenda.MOST_HOLDING + " rules can start on becomes");
    }
  }

  private Rule rule(Section rule) {
    rule.only(KEYS_OF_A_RULE);
    String id = rule.text("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 64) {
      throw rule.wrong("id", "must be kebab-case of at most 64 characters");
    }
    Start start = start(rule);
    Rule.Scope scope = scope(rule, start);
    return new Rule(
        id,
        rule.number("version", 1, 1, Integer.MAX_VALUE),
        start,
        scope,
        conditions.all(rule, "when"),
        new StepReader(conditions).steps(rule),
        new Rule.Manner(again(rule, scope.per()), rule.number("priority", 50, 0, 100)));
  }

  private Start start(Section rule) {
    if (rule.has("event") == rule.has("becomes")) {
      throw rule.wrong("event", "a rule has exactly one start: either event or becomes");
    }
    if (rule.has("event")) {
      return new Start.OnEvent(names(rule, "event"), conditions.ofTheEvent(rule, "where"));
    }
    if (rule.has("where")) {
      throw rule.wrong("where", "is about the event of a start, and this rule starts on none");
    }
    return becoming(rule, rule.text("becomes"));
  }

  /** Silence counts from the last activity even where that comes late; all else from now. */
  private Start becoming(Section rule, String text) {
    if (SilenceCondition.is(text)) {
      return new Start.Silence(rule.read("becomes", text, SilenceCondition::millis));
    }
    if (!rule.text("per", "customer").equals("customer")) {
      throw rule.wrong("per", "must be customer where a rule starts on becomes");
    }
    return Start.Becoming.of(rule.text("id"), conditions.solvable(rule, "becomes", text));
  }

  private static Rule.Scope scope(Section rule, Start start) {
    Per per = rule.read("per", rule.text("per", "customer"), Per::of);
    return new Rule.Scope(per, restart(rule, start), names(rule, "unless"));
  }

  /** What moves the wait: by default what starts it. */
  private static Set<EventName> restart(Section rule, Start start) {
    if (rule.texts("restart").equals(List.of("none"))) {
      return Set.of();
    }
    return !rule.has("restart") && start instanceof Start.OnEvent event
        ? event.names()
        : names(rule, "restart");
  }

  private static long again(Section rule, Per per) {
    String again = rule.text("again", per == Per.CUSTOMER ? "24h" : "never");
    return switch (again) {
      case "never" -> Long.MAX_VALUE;
      case "always" -> 0;
      default -> rule.millis("again", again);
    };
  }

  private TierLadder.Rung rung(Section tier) {
    tier.only("id", "monthlyAverage", "orders");
    long minor = tier.read("monthlyAverage", tier.text("monthlyAverage"), this::minor);
    Tier id = tier.read("id", tier.text("id"), Tier::of);
    return new TierLadder.Rung(id, minor, tier.number("orders", 0, 0, Integer.MAX_VALUE));
  }

  private long minor(String amount) {
    if (!amount.matches("\\d{1,12}(\\.\\d+)?")) {
      throw new IllegalArgumentException("'" + amount + "' is no amount");
    }
    return new BigDecimal(amount).movePointRight(minorDigits).longValueExact();
  }

  private static Policy policy(Section delivery) {
    delivery.only("consentNeeded", "consentAssumed", "cancelFor");
    return new Policy(
        delivery.has("consentNeeded") ? Set.copyOf(delivery.texts("consentNeeded")) : Set.of("sms"),
        Set.copyOf(delivery.texts("consentAssumed")),
        delivery.millis("cancelFor", "10m"));
  }

  private static Set<EventName> names(Section section, String key) {
    Set<EventName> names = EnumSet.noneOf(EventName.class);
    section.texts(key).forEach(label -> names.add(section.read(key, label, EventName::of)));
    return names;
  }
}
