package io.kairos.torture.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.FaultPlan;
import io.kairos.torture.campaign.Recovery;
import io.kairos.torture.check.Difference;
import io.kairos.torture.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code report.md}, {@code report.json} and, if there are any, {@code differences.txt}. */
public final class ReportFiles {
  private final Path folder;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Writes to a folder that exists. */
  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them. */
  public void write(CampaignResult result) throws IOException {
    Files.write(folder.resolve("report.md"), new Report(result).markdown());
    Files.write(folder.resolve("report.json"), json.writeValueAsBytes(tree(result)));
    List<String> differences = differences(result.verdict());
    if (!differences.isEmpty()) {
      Files.write(folder.resolve("differences.txt"), differences);
    }
  }

  private ObjectNode tree(CampaignResult result) {
    ObjectNode tree = json.createObjectNode();
    tree.put("seed", result.plan().seed());
    tree.put("brokers", result.plan().brokers());
    tree.put("guarantee", result.plan().guarantee().toString());
    result.plan().options().forEach(tree.putObject("options")::put);
    add(result.plan().faults(), tree);
    tree.put("begun", result.begun().toString());
    tree.put("judgedTo", result.judgedTo().toString());
    tree.put("lastedSeconds", result.lasted().toSeconds());
    Versions versions = Versions.current();
    tree.putObject("versions")
        .put("kairos", versions.kairos())
        .put("flink", versions.flink())
        .put("kafkaClients", versions.kafkaClients())
        .put("java", versions.java());
    result.series().endedEarly().ifPresent(why -> tree.put("endedEarly", why));
    ArrayNode deaths = tree.putArray("deaths");
    result.deaths().forEach(death -> deaths.add(death.toString()));
    tree.put("events", result.events());
    add(result.verdict(), tree.putObject("triggers"), result.records());
    ArrayNode faults = tree.putArray("faults");
    result.recoveries().forEach(recovery -> add(recovery, faults.addObject()));
    return tree;
  }

  private static void add(FaultPlan plan, ObjectNode tree) {
    ArrayNode only = tree.putArray("only");
    plan.only().forEach(kind -> only.add(kind.toString()));
    ObjectNode leftOut = tree.putObject("leftOut");
    plan.leftOut().forEach((kind, why) -> leftOut.put(kind.toString(), why));
    ArrayNode planned = tree.putArray("planned");
    plan.strikes().forEach(strike -> planned.add(strike.text()));
  }

  private static void add(Verdict verdict, ObjectNode node, long records) {
    node.put("records", records);
    node.put("expected", verdict.expected());
    node.put("seen", verdict.seen());
    node.put("lost", verdict.lost().size());
    node.put("unexpected", verdict.unexpected().size());
    node.put("wrongPayload", verdict.wrong().size());
    node.put("repeated", verdict.repeated());
    node.put("contradicted", verdict.contradicted().size());
    node.put("tooOften", verdict.tooOften().size());
    node.put("customers", verdict.customers());
    node.put("customersNotJudged", verdict.unjudged());
  }

  private static void add(Recovery recovery, ObjectNode node) {
    node.put("kind", recovery.strike().kind().toString());
    node.put("fault", recovery.strike().text());
    node.put("lastedMillis", recovery.lasted().toMillis());
    node.put("recoveryMillis", recovery.took().toMillis());
    node.put("effect", recovery.effect().toString());
  }

  private static List<String> differences(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    add("lost", verdict.lost(), lines);
    add("unexpected", verdict.unexpected(), lines);
    add("wrong", verdict.wrong(), lines);
    add("contradicted", verdict.contradicted(), lines);
    add("too often", verdict.tooOften(), lines);
    return lines;
  }

  private static void add(String what, List<Difference> differences, List<String> lines) {
    for (Difference difference : differences) {
      lines.add(
          "%s: %s of %s at %d"
              .formatted(what, difference.id(), difference.rule(), difference.eventTimeMillis()));
      lines.add("  expected " + difference.expected());
      lines.add("  seen     " + difference.seen());
    }
  }
}
