package io.kairos.flink.metrics;

import java.util.List;

/**
 * What is counted, and by which labels. All of it is on the page about metrics; a test compares.
 */
public enum Counted {
  /** Events that passed cleaning. */
  EVENTS("events", List.of("topic", "type"), "type"),
  /** Records and events that were refused. */
  REJECTED("rejected", List.of("topic", "reason"), "reason"),
  LATE("late", List.of("topic"), "topic"),
  BEHIND("behind", List.of("topic"), "topic"),
  /** Customers whose state was written. */
  TOUCHED("touched", List.of("cause"), "cause"),
  SENT("sent", List.of("rule", "channel", "variant"), "rule"),
  /** Messages that began to wait for the end of quiet hours. */
  HELD("held", List.of("rule"), "rule"),
  CANCELLED("cancelled", List.of("rule"), "rule"),
  /** Messages taken back so late that nobody may send them any more. */
  CANCELS_LAPSED("cancelsLapsed", List.of(), ""),
  DECIDED("decided", List.of("gate", "fate"), "fate"),
  ERASED("erased", List.of(), ""),
  /** Records of the rules topic. */
  RULE_RECORDS("ruleRecords", List.of("outcome"), "outcome");

  private final String label;
  private final List<String> keys;
  private final String summedBy;

  /**
   * @param summedBy the one label that the summary of a job tells apart; empty for none
   */
  Counted(String label, List<String> keys, String summedBy) {
    this.label = label;
    this.keys = keys;
    this.summedBy = summedBy;
  }

  /** The name as metrics and accumulators have it. */
  public String label() {
    return label;
  }

  /** The names of the labels, in order. */
  List<String> keys() {
    return keys;
  }

  /** The value of the label that a summary tells apart. */
  String summed(String... values) {
    return summedBy.isEmpty() ? "" : values[keys.indexOf(summedBy)];
  }
}
