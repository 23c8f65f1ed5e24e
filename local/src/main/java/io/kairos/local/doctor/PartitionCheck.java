package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the topics are cut as the job reads them. */
final class PartitionCheck implements Check {
  private static final String CHECK = "partitions";

  @Override
  public List<Finding> look(Installation at) {
    List<Finding> rules = at.topics().of(Topics.RULES).stream().map(PartitionCheck::rules).toList();
    List<SeenTopic> inputs = at.topics().inputs().toList();
    long different = inputs.stream().map(input -> input.layout().partitions()).distinct().count();
    return Stream.concat(
            rules.stream(), inputs.stream().map(input -> input(input, different > 1, at)))
        .toList();
  }

  private static Finding rules(SeenTopic rules) {
    int partitions = rules.layout().partitions();
    if (partitions == 1) {
      return Finding.ok(CHECK, rules.name(), "1");
    }
    return Finding.wrong(
        CHECK,
        rules.name(),
        partitions + " instead of 1",
        new Advice(
            "The order of rules counts, so the job reads partition 0 alone: what lies in another"
                + " never takes effect.",
            "create the topic anew with --partitions 1 and publish the rules again"
                + " (kafka-topics.sh cannot take partitions away)"));
  }

  private static Finding input(SeenTopic input, boolean different, Installation at) {
    String found = Integer.toString(input.layout().partitions());
    if (!different) {
      return Finding.ok(CHECK, input.name(), found);
    }
    return Finding.note(
        CHECK,
        input.name(),
        found + ", where " + others(at),
        new Advice(
            "Inputs with equal numbers are read at an even pace; a number cannot be changed later"
                + " without moving customers to other partitions, which costs order at the change.",
            ""));
  }

  private static String others(Installation at) {
    return at.topics()
        .inputs()
        .map(input -> input.topic().label() + " has " + input.layout().partitions())
        .collect(Collectors.joining(", "));
  }
}
