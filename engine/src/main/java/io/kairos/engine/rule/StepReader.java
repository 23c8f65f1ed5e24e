package io.kairos.engine.rule;

import io.kairos.engine.condition.Expression;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the steps of a rule, and what they send. */
record StepReader(Conditions conditions) {

  /** The steps: those listed, or the one that the rule itself describes. */
  List<Step> steps(Section rule) {
    if (rule.has("steps") == rule.has("send")) {
      throw rule.wrong("send", "a rule has exactly one of send and steps");
    }
    if (!rule.has("steps")) {
      return List.of(new Step("", waiting(rule), List.of(), cases(rule)));
    }
    refuseOwnWait(rule);
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : rule.sections("steps", rule.name() + ", step")) {
      Step step = step(section, rule);
      if (!ids.add(step.id())) {
        throw section.wrong("id", "two steps have this id");
      }
      steps.add(step);
    }
    if (steps.isEmpty() || steps.size() > Rule.MOST_STEPS) {
      throw rule.wrong("steps", "must be 1 to " + Rule.MOST_STEPS);
    }
    return steps;
  }

  private static void refuseOwnWait(Section rule) {
    if (rule.has("after")) {
      throw rule.wrong("after", "belongs to each step where there are steps");
    }
  }

  private Step step(Section step, Section rule) {
    step.only("id", "after", "at", "idle", "when", "send");
    String id = step.text("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 32) {
      throw step.wrong("id", "must be kebab-case of at most 32 characters");
    }
    if (!step.has("send")) {
      throw step.wrong("send", "is missing");
    }
    Step.Wait own = waiting(step);
    Step.Wait wait =
        new Step.Wait(
            own.afterMillis(),
            step.has("idle") ? own.idleMillis() : rule.millis("idle", "0s"),
            step.has("at") ? own.at() : timeOfDay(rule));
    return new Step(id, wait, conditions.all(step, "when"), cases(step));
  }

  private static Step.Wait waiting(Section section) {
    return new Step.Wait(
        section.millis("after", "0s"), section.millis("idle", "0s"), timeOfDay(section));
  }

  private static TimeOfDay timeOfDay(Section section) {
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
    send.only("if", "channel", "template", "offer", "data", "validFor");
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
      values.put(name, conditions.value(data, name));
    }
    if (values.size() > Case.Content.MOST_DATA) {
      throw send.wrong("data", "at most " + Case.Content.MOST_DATA + " values");
    }
    return values;
  }

  private static List<String> channels(Section send) {
    List<String> channels = send.texts("channel");
    if (channels.isEmpty()) {
      throw send.wrong("channel", "is missing");
    }
    for (String channel : channels) {
      if (channel.length() > Person.LONGEST_CHANNEL) {
        throw send.wrong("channel", "'" + channel + "' is longer than 16 characters");
      }
    }
    return channels;
  }
}
