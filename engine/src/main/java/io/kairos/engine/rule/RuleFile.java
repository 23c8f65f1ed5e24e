package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
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
import java.util.Locale;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads a rule file: YAML 1.2 with the lists {@code rules} and {@code tiers} and the map {@code
 * delivery}.
 */
public final class RuleFile {
  private final int minorDigits;

  private RuleFile(int minorDigits) {
    this.minorDigits = minorDigits;
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
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Section file = Section.of("the rule file", document);
    file.only("rules", "tiers", "delivery");
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    RuleFile reader = new RuleFile(digits);
    List<Rule> rules = file.sections("rules").stream().map(reader::rule).toList();
    refuseRepeatedIds(rules);
    List<TierLadder.Rung> rungs = file.sections("tiers").stream().map(reader::rung).toList();
    return new RuleSet(rules, new TierLadder(rungs), policy(file.section("delivery")));
  }

  private static void refuseRepeatedIds(List<Rule> rules) {
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("Two rules are called '" + rule.id() + "'");
      }
    }
  }

  private Rule rule(Section rule) {
    rule.only(
        "id",
        "version",
        "event",
        "becomes",
        "per",
        "restart",
        "after",
        "idle",
        "unless",
        "when",
        "again",
        "priority",
        "send");
    String id = rule.text("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 64) {
      throw rule.wrong("id", "must be kebab-case of at most 64 characters");
    }
    Rule.Timing timing =
        new Rule.Timing(
            Per.valueOf(rule.text("per", "customer").toUpperCase(Locale.ROOT)),
            names(rule, "restart"),
            rule.millis("after", "0s"),
            rule.millis("idle", "0s"));
    List<Condition> when =
        rule.texts("when").stream().map(text -> Condition.parse(text, minorDigits)).toList();
    return new Rule(
        id,
        (int) rule.number("version", 1),
        start(rule),
        timing,
        names(rule, "unless"),
        when,
        send(rule, timing.per()));
  }

  private static Start start(Section rule) {
    if (rule.has("event") == rule.has("becomes")) {
      throw rule.wrong("event", "a rule has exactly one start: either event or becomes");
    }
    return rule.has("event")
        ? new Start.OnEvent(names(rule, "event"))
        : new Start.Silence(SilenceCondition.millis(rule.text("becomes")));
  }

  private static Rule.Send send(Section rule, Per per) {
    Section send = rule.section("send");
    send.only("channel", "template", "validFor");
    List<String> channels = send.texts("channel");
    if (channels.isEmpty()) {
      throw send.wrong("channel", "is missing");
    }
    return new Rule.Send(
        channels,
        send.text("template"),
        send.millis("validFor", channels.contains("sms") ? "72h" : "24h"),
        again(rule, per),
        (int) rule.number("priority", 50));
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
    long minor =
        new BigDecimal(tier.text("monthlyAverage")).movePointRight(minorDigits).longValueExact();
    return new TierLadder.Rung(Tier.of(tier.text("id")), minor, (int) tier.number("orders", 0));
  }

  private static Policy policy(Section delivery) {
    delivery.only("consentNeeded", "consentAssumed", "cancelFor");
    return new Policy(
        Set.copyOf(delivery.texts("consentNeeded")),
        Set.copyOf(delivery.texts("consentAssumed")),
        delivery.millis("cancelFor", "10m"));
  }

  private static Set<EventName> names(Section section, String key) {
    Set<EventName> names = EnumSet.noneOf(EventName.class);
    section.texts(key).forEach(label -> names.add(EventName.of(label)));
    return names;
  }
}
