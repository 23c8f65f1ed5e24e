package io.kairos.torture.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads a rule file. It knows of a rule {@code id}, {@code name}, {@code note}, {@code purpose},
 * {@code event}, {@code becomes}, {@code following}, {@code where}, {@code per} but for categories
 * and queries, {@code restart}, {@code after}, {@code idle}, {@code unless}, {@code when}, {@code
 * steps}, {@code send}, {@code again} and {@code priority}; beside rules {@code tiers}, and of
 * {@code delivery} {@code channels}, {@code consentNeeded}, {@code cancelFor}, {@code caps} and
 * {@code gap}. A condition is a {@link Demand}, and a value of {@code data} one name.
 */
final class RuleReading {
  private static final String PUSH_HOURS = "24h";
  private static final String SMS_HOURS = "72h";

  private RuleReading() {}

  /**
   * The rules of a text.
   *
   * @throws NotCovered where it says anything else
   */
  static WrittenRules read(String text) {
    Object whole = new Load(LoadSettings.builder().build()).loadFromString(text);
    return Section.read("the rule file", whole, RuleReading::file);
  }

  private static WrittenRules file(Section file) {
    return new WrittenRules(
        file.sections("rules", RuleReading::rule),
        file.sections("tiers", RuleReading::tier),
        file.sections("delivery", RuleReading::policy).get(0));
  }

  private static WrittenRules.Tier tier(Section tier) {
    return new WrittenRules.Tier(
        tier.text("id"), new BigDecimal(tier.text("monthlyAverage")), tier.number("orders", 0));
  }

  private static WrittenRules.Policy policy(Section policy) {
    policy.texts("channels");
    return new WrittenRules.Policy(
        policy.has("consentNeeded") ? Set.copyOf(policy.texts("consentNeeded")) : Set.of("sms"),
        Section.millis(policy.text("cancelFor", "10m")),
        policy.sections("caps", RuleReading::cap),
        policy.duration("gap"));
  }

  private static WrittenRules.Cap cap(Section cap) {
    return new WrittenRules.Cap(
        cap.text("channel", null), cap.number("most", 1), Section.millis(cap.text("within")));
  }

  private static WrittenRule rule(Section rule) {
    rule.text("name", null);
    rule.text("note", null);
    WrittenRule.Start start = start(rule);
    return new WrittenRule(
        rule.text("id"), manner(rule, start.per()), start, course(rule, start), steps(rule));
  }

  private static WrittenRule.Start start(Section rule) {
    return new WrittenRule.Start(
        rule.events("event"),
        rule.demand("becomes"),
        rule.demand("where"),
        rule.sections("following", RuleReading::following).stream().findFirst().orElse(null),
        Per.of(rule.text("per", "customer")));
  }

  private static WrittenRule.Following following(Section following) {
    return new WrittenRule.Following(
        following.events("event"), Section.millis(following.text("within")));
  }

  private static WrittenRule.Manner manner(Section rule, Per per) {
    boolean service = rule.text("purpose", "marketing").equals("service");
    String usual = service ? "always" : per == Per.CUSTOMER ? "24h" : "never";
    String again = rule.text("again", usual);
    long againMillis =
        switch (again) {
          case "always" -> 0;
          case "never" -> WrittenRule.NEVER;
          default -> Section.millis(again);
        };
    return new WrittenRule.Manner(service, rule.number("priority", 50), againMillis);
  }

  private static WrittenRule.Course course(Section rule, WrittenRule.Start start) {
    return new WrittenRule.Course(
        rule.has("restart") ? rule.events("restart") : start.events(),
        rule.events("unless"),
        rule.demands("when"));
  }

  private static List<WrittenRule.Step> steps(Section rule) {
    return rule.has("steps")
        ? rule.sections("steps", step -> step(step.text("id"), step))
        : List.of(step("", rule));
  }

  /** Of a rule of one step, which has its conditions for itself. */
  private static WrittenRule.Step step(String id, Section step) {
    return new WrittenRule.Step(
        id,
        step.duration("after"),
        step.duration("idle"),
        step.demands("when"),
        step.sections("send", RuleReading::way));
  }

  private static WrittenRule.Case way(Section way) {
    List<String> channels = way.texts("channel");
    String usual = channels.contains("sms") ? SMS_HOURS : PUSH_HOURS;
    Map<String, String> data = way.map("data");
    return new WrittenRule.Case(
        way.demand("if"),
        channels,
        way.text("template"),
        way.text("offer", null),
        data,
        Section.millis(way.text("validFor", usual)));
  }
}
