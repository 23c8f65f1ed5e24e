package io.kairos.local.trial;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.local.stories.TimeWriter;
import io.kairos.local.stories.Verdict;
import io.kairos.local.view.Columns;
import io.kairos.wire.Decision;
import io.kairos.wire.Evidence;
import io.kairos.wire.Trigger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the rules of a file would say to a customer. */
public final class TrialReport {
  /** The evidence of a wait, which is made here. */
  private static final String WAITED = "waited";

  private static final String INDENT = "  ";

  private final History history;
  private final List<Answer> answers;
  private final TimeWriter times;

  TrialReport(History history, List<Answer> answers, TimeWriter times) {
    this.history = history;
    this.answers = List.copyOf(answers);
    this.times = times;
  }

  /** Lines for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Customer %s as of %s %s. Waits are taken as over, each message is asked for alone,"
            .formatted(history.customerId(), times.of(history.nowMillis()), zone()));
    lines.add(answers.isEmpty() ? "but the file has no rules." : "nothing is sent.");
    for (Answer answer : answers) {
      lines.add("");
      lines.add(name(answer) + "  " + verdict(answer));
      Stream.concat(Stream.of(answer.began()), details(answer))
          .forEach(line -> lines.add(INDENT + line));
    }
    return lines.stream().map(Columns::harmless).toList();
  }

  private String zone() {
    return times.zone().equals(ZoneOffset.UTC) ? "UTC" : times.zone().getId();
  }

  private static String name(Answer answer) {
    return answer.step().isEmpty() ? answer.rule() : answer.rule() + "/" + answer.step();
  }

  private String verdict(Answer answer) {
    if (!(answer.said() instanceof Answer.Message message)) {
      return "says nothing";
    }
    Trigger trigger = message.trigger();
    boolean held = trigger.getEventTime() > history.nowMillis() + 1000;
    String until = held ? ", held until " + times.of(trigger.getEventTime()) : "";
    return "says " + trigger.getChannel() + " " + trigger.getTemplate() + until;
  }

  private Stream<String> details(Answer answer) {
    if (answer.said() instanceof Answer.Stopped stopped) {
      return Stream.of(stopped(stopped.decision()));
    }
    if (answer.said() instanceof Answer.Message message) {
      return message(message.trigger());
    }
    return answer.said() instanceof Answer.Waiting
        ? Stream.of("still waits, for longer than two days")
        : Stream.empty();
  }

  private String stopped(Decision decision) {
    String then =
        decision.getDecidedAt() < history.nowMillis()
            ? " on " + times.of(decision.getDecidedAt())
            : "";
    return "stopped by %s%s: %s"
        .formatted(decision.getGate(), then, new Verdict(decision, times).text());
  }

  private Stream<String> message(Trigger trigger) {
    Stream<String> conditions =
        trigger.getEvidence().stream()
            .filter(seen -> seen.getLimit() != null && !seen.getName().equals(WAITED))
            .map(TrialReport::holds);
    return Stream.of(
            conditions,
            Stream.of("may be sent until " + times.of(trigger.getValidUntil())),
            new MessageJson(trigger).pretty().lines())
        .flatMap(lines -> lines);
  }

  private static String holds(Evidence seen) {
    return "holds: %s = %s, needs %s".formatted(seen.getName(), seen.getValue(), seen.getLimit());
  }

  /** One JSON object, with the whole record of each message. */
  public String json() {
    ObjectNode report = new JsonMapper().createObjectNode();
    report.put("customerId", history.customerId()).put("asOf", history.nowMillis());
    ArrayNode rules = report.putArray("rules");
    answers.forEach(answer -> add(answer, rules.addObject()));
    return report.toString();
  }

  private void add(Answer answer, ObjectNode into) {
    into.put("rule", answer.rule()).put("step", answer.step()).put("began", answer.began());
    if (answer.said() instanceof Answer.Message message) {
      into.set("message", new MessageJson(message.trigger()).whole());
    } else if (answer.said() instanceof Answer.Stopped stopped) {
      into.put("gate", stopped.decision().getGate())
          .put("reason", stopped.decision().getReason())
          .put("detail", new Verdict(stopped.decision(), times).text());
    }
  }
}
