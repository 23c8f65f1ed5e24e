package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Expression;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.EventField;
import io.kairos.engine.fact.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the steps of a rule, and what they send.
 *
 * @param audience names the channels that there are, and what may be told of a customer
 * @param starts the events that can begin a run; none where it is no event that does
 */
record StepReader(Conditions conditions, Policy.Audience audience, Set<EventName> starts) {
  static final String[] KEYS_OF_A_STEP = {"id", "after", "before", "at", "idle", "when", "send"};
  static final String[] KEYS_OF_A_CASE = {"if", "channel", "template", "offer", "data", "validFor"};
  private static final Pattern BEFORE = Pattern.compile("(\\w+) of ([\\w.]+)");

  /** The steps: those listed, or the one that the rule itself describes. */
  List<Step> steps(Section rule) {
    if (rule.has("steps") == rule.has("send")) {
      throw rule.wrong("send", "a rule has exactly one of send and steps");
    }
    if (!rule.has("steps")) {
      return List.of(new Step(Name.of("", 0), waiting(rule), List.of(), cases(rule)));
    }
    refuseOwnWait(rule);
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<Integer> marks = new HashSet<>();
    for (Section section : rule.sections("steps", rule.name() + ", step")) {
      Step step = step(section, rule, steps.size());
      if (!ids.add(step.id())) {
        throw section.wrong("id", "two steps have this id");
      }
      if (!marks.add(step.name().mark())) {
        throw section.wrong("id", Name.ALIKE);
      }
      steps.add(step);
    }
    if (steps.isEmpty() || steps.size() > Plan.MOST_STEPS) {
      throw rule.wrong("steps", "must be 1 to " + Plan.MOST_STEPS);
    }
    return steps;
  }

  private static void refuseOwnWait(Section rule) {
    for (String key : List.of("after", "before")) {
      if (rule.has(key)) {
        throw rule.wrong(key, "belongs to each step where there are steps");
      }
    }
  }

  private Step step(Section step, Section rule, int place) {
    step.only(KEYS_OF_A_STEP);
    String id = step.kebab("id", 32);
    if (!step.has("send")) {
      throw step.wrong("send", "is missing");
    }
    Step.Wait own = waiting(step);
    Step.Wait wait =
        new Step.Wait(
            own.delay(),
            step.has("idle") ? own.idleMillis() : rule.millis("idle", "0s"),
            step.has("at") ? own.at() : timeOfDay(rule));
    List<Condition<Facts>> when = conditions.all(step, "when");
    return new Step(Name.of(id, place), wait, when, cases(step));
  }

  private Step.Wait waiting(Section section) {
    return new Step.Wait(delay(section), section.millis("idle", "0s"), timeOfDay(section));
  }

  private Delay delay(Section section) {
    if (!section.has("before")) {
      return new Delay.After(section.millis("after", "0s"));
    }
    if (section.has("after")) {
      throw section.wrong("before", "stands instead of after: give one of them");
    }
    Delay before = section.read("before", section.text("before"), StepReader::before);
    if (Collections.disjoint(starts, Subjects.WHOLE_ORDER)) {
      throw section.wrong(
          "before",
          "no start of this rule is about an order, which alone names that instant. Events that"
              + " can be: "
              + Subjects.words(Subjects.WHOLE_ORDER));
    }
    return before;
  }

  private static Delay before(String text) {
    Matcher matcher = BEFORE.matcher(text);
    EventField field = matcher.matches() ? EventField.of(matcher.group(2)).orElse(null) : null;
    if (field == null || field.kind() != EventField.Kind.INSTANT) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time ahead of an instant. Write 2h of order.payBy");
    }
    return new Delay.Before(Durations.millis(matcher.group(1)), field);
  }

  static TimeOfDay timeOfDay(Section section) {
    return section.has("at")
        ? section.read("at", section.text("at"), TimeOfDay::of)
        : new TimeOfDay.Any();
  }

  /** One case, or a list of them. */
  private List<Case> cases(Section section) {
    List<Section> sections =
        section.isList("send")
            ? section.sections("send", section.name() + ", send")
            : List.of(section.section("send"));
    if (sections.isEmpty()) {
      throw section.wrong("send", "must hold at least one case");
    }
    return sections.stream().map(this::oneCase).toList();
  }

  private Case oneCase(Section send) {
    send.only(KEYS_OF_A_CASE);
    List<String> channels = channels(send);
    long validFor = send.millis("validFor", channels.contains("sms") ? "72h" : "24h");
    if (validFor == 0) {
      throw send.wrong("validFor", "must be above 0");
    }
    var when = send.has("if") ? conditions.read(send, "if", send.text("if")) : null;
    Case.Content content =
        new Case.Content(send.text("template"), send.text("offer", null), data(send));
    return new Case(when, channels, content, validFor);
  }

  private Map<String, Expression<Facts>> data(Section send) {
    Section data = send.section("data");
    Map<String, Expression<Facts>> values = new TreeMap<>();
    for (String name : data.names()) {
      Expression<Facts> value = conditions.value(data, name);
      refusePersonal(data, name, value);
      values.put(name, value);
    }
    if (values.size() > Case.Content.MOST_DATA) {
      throw send.wrong("data", "at most " + Case.Content.MOST_DATA + " values");
    }
    return values;
  }

  /** What is personal stays with the sender, unless the policy lets it out. */
  private void refusePersonal(Section data, String name, Expression<Facts> value) {
    for (String variable : value.variables()) {
      boolean personal = variable.startsWith("customer.") || variable.startsWith("attribute.");
      if (personal && !audience.personalData().contains(variable)) {
        throw data.wrong(
            name,
            variable
                + " is personal: list it under delivery, personalData, or let the sender look it up");
      }
    }
  }

  /** The channels of a case, in the order in which they are tried. */
  List<String> channels(Section send) {
    List<String> named = send.texts("channel");
    if (named.isEmpty()) {
      throw send.wrong("channel", "is missing");
    }
    for (String channel : named) {
      send.read("channel", channel, text -> PolicyReader.channel(text, audience.channels()));
    }
    return named;
  }
}
