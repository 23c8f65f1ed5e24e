package io.kairos.local.view;

import io.kairos.wire.Topics;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is printed when a demo ends. A pure function of the last snapshot. */
public final class Summary {
  private static final List<String> INPUTS = Topics.inputs().stream().map(Topics::label).toList();

  private Summary() {}

  /**
   * The lines of the summary, without line ends.
   *
   * @param zone zone of all times shown
   */
  public static List<String> of(Snapshot snapshot, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    Head head = snapshot.head();
    lines.add(
        "Ran for %s, up to %s %s in event time."
            .formatted(
                Figures.duration(head.elapsed()),
                new EventTimes(zone).full(head.eventMillis()),
                zone));
    lines.add("");
    addEvents(snapshot.topics(), lines);
    addCustomers(snapshot.customers(), lines);
    addTriggers(snapshot.triggers(), lines);
    return lines;
  }

  private static void addEvents(List<TopicFill> topics, List<String> lines) {
    List<TopicFill> inputs =
        topics.stream().filter(topic -> INPUTS.contains(topic.name())).toList();
    lines.add(row("Events", inputs.stream().mapToLong(TopicFill::records).sum()));
    inputs.forEach(topic -> lines.add(row("  " + topic.name(), topic.records())));
  }

  private static void addCustomers(CustomerTally customers, List<String> lines) {
    lines.add(row("Customers", customers.customers()));
    lines.add(row("  sessions", customers.sessions()));
    lines.add(row("  open carts", customers.openCarts()));
  }

  private static void addTriggers(TriggerTally triggers, List<String> lines) {
    lines.add(row("Triggers", triggers.total()));
    for (Map.Entry<String, Long> rule : triggers.byRule().entrySet()) {
      FiredTrigger example = triggers.examples().get(rule.getKey());
      lines.add(
          row("  " + rule.getKey(), rule.getValue())
              + Line.of("   %s: %s".formatted(example.customerId(), example.reason())).text());
    }
    if (triggers.cancelled() > 0) {
      lines.add(row("  taken back", triggers.cancelled()));
    }
  }

  private static String row(String name, long number) {
    return "%-22s%12s".formatted(name, Figures.count(number));
  }
}
