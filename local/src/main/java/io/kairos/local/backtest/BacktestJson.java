package io.kairos.local.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The figures of a result as JSON, for scripts. */
public final class BacktestJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BacktestJson() {}

  /** An object over several lines. */
  public static String of(BacktestResult result) {
    ObjectNode root = JSON.createObjectNode();
    root.put("inputFrom", result.span().first().toString());
    root.put("from", result.span().from().toString());
    root.put("to", result.span().to().toString());
    root.put("timeZone", result.span().zone().getId());
    root.put("customers", result.input().customers());
    counts(root.putObject("events"), result.input().events());
    counts(root.putObject("rejected"), result.input().rejected());
    rules(root.putArray("rules"), result.rules());
    write(root.putObject("all"), result.all());
    result.comparison().ifPresent(comparison -> write(root.putObject("comparison"), comparison));
    needs(root.putArray("needMoreHistory"), result.input().needs());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException impossibleInMemory) {
      throw new IllegalStateException(impossibleInMemory);
    }
  }

  private static void rules(ArrayNode array, List<RuleFigures> rules) {
    for (RuleFigures rule : rules) {
      ObjectNode node = array.addObject().put("rule", rule.rule());
      write(node, rule);
      rule.examples().forEach(example -> write(node.withArray("examples").addObject(), example));
    }
  }

  private static void write(ObjectNode node, RuleFigures rule) {
    Fates fates = rule.fates();
    node.put("candidates", fates.candidates());
    node.put("sent", fates.sent());
    node.put("heldOut", fates.heldOut());
    node.put("stopped", fates.stoppedInAll());
    node.put("expired", fates.expired());
    node.put("waiting", fates.waiting());
    ArrayNode stops = node.putArray("stoppedBy");
    fates.stopped().forEach((stop, count) -> write(stops.addObject(), stop, count));
    write(node, rule.reach());
    ObjectNode days = node.putObject("days");
    rule.days().forEach((day, count) -> days.put(day.toString(), count));
  }

  private static void write(ObjectNode node, Stop stop, long count) {
    node.put("gate", stop.gate());
    node.put("reason", stop.fate().name());
    node.put("detail", stop.detail());
    node.put("count", count);
  }

  private static void write(ObjectNode node, Reach reach) {
    node.put("customers", reach.customers());
    node.put("perCustomerAndWeek", reach.perCustomerAndWeek());
    node.put("mostInAWeek", reach.mostInAWeek());
    node.put("takenBack", reach.takenBack());
  }

  private static void write(ObjectNode node, Example example) {
    node.put("id", example.id());
    node.put("customerId", example.customerId());
    node.put("step", example.step());
    node.put("at", example.at().toString());
    node.put("channel", example.channel());
    node.put("reason", example.reason());
    ArrayNode evidence = node.putArray("evidence");
    example
        .evidence()
        .forEach(
            one ->
                evidence
                    .addObject()
                    .put("name", one.name())
                    .put("value", one.value())
                    .put("limit", one.limit()));
  }

  private static void write(ObjectNode node, BacktestResult.Comparison comparison) {
    rules(node.putArray("baselineRules"), comparison.rules());
    ObjectNode differences = node.putObject("differences");
    comparison.differences().forEach((rule, one) -> write(differences.putObject(rule), one));
  }

  private static void write(ObjectNode node, Difference difference) {
    node.put("both", difference.both());
    node.put("moved", difference.moved());
    node.put("onlyBaseline", difference.gone().count());
    node.put("onlyNew", difference.added().count());
  }

  private static void needs(ArrayNode array, List<HistoryNeed> needs) {
    for (HistoryNeed need : needs) {
      array
          .addObject()
          .put("rule", need.rule())
          .put("seconds", need.reach().toSeconds())
          .put("because", need.because());
    }
  }

  private static void counts(ObjectNode node, Map<String, Long> counts) {
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.put(entry.getKey(), entry.getValue()));
  }
}
