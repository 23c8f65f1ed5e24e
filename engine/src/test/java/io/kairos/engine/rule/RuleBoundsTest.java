package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.Regular;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents as large as they may be, and values far out: refused soon and in a short sentence. */
class RuleBoundsTest {
  /** Of the thread's own time: others may be at work on the same machine. */
  private static final Duration BOUND = Duration.ofSeconds(3);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final String LONG = "x".repeat(900_000);
  private static final String DASHES = "a" + "-a".repeat(100_000);

  private static final String FAR = "+999999999-12-31";
  private static final String SEND = "send: {channel: push, template: t}";

  static Stream<Named<String>> documents() {
    return Stream.of(
        named("long key", LONG + ": 1"),
        named("long key of a rule", "rules: [{id: r, ? " + LONG + " : 1}]"),
        named("long id", rule("id: " + LONG)),
        named("long id of many parts", rule("id: " + DASHES)),
        named("long id of a step", rule("id: r, event: view, steps: [{id: " + DASHES + "}]")),
        named("long name of a segment", "segments: [{id: " + DASHES + ", when: activity.bot}]"),
        named("long event", rule("id: r, event: " + LONG)),
        named("long list of events", rule("id: r, event: [" + "v, ".repeat(50_000) + "]")),
        named("long condition", rule("id: r, event: view, when: " + LONG)),
        named("long time", rule("id: r, event: view, at: " + LONG)),
        named("long wait", rule("id: r, event: view, after: " + "1".repeat(900_000) + "h")),
        named("long channel", rule("id: r, event: view, send: {template: t, channel: " + LONG)),
        named("long share", "delivery: {holdout: " + "1".repeat(900_000) + "%}"),
        named("long date", rule("id: r, every: " + LONG)),
        named("long instant", rule("id: r, event: view, effectiveFrom: " + LONG)),
        named("long declared name", "events: [" + LONG + "]"),
        named("long place", "tables: {places: {a: \"" + "1".repeat(900_000) + "\"}}"),
        named(
            "far instant",
            rule("id: r, event: view, effectiveFrom: " + FAR + "T00:00:00Z, " + SEND)),
        named("far date", rule("id: r, every: " + FAR + ", " + SEND)),
        named("far time ahead", rule("id: r, event: order.placed, before: 1" + LONG)),
        named("deep list", "rules: " + "[".repeat(900_000)),
        named("deep map", "{rules: ".repeat(100_000)),
        named("deep block", deepBlock()),
        named("many documents", "---\nrules: []\n".repeat(50_000)),
        named("many colons", ":".repeat(900_000)),
        named("many quotes", "'".repeat(900_001)),
        named("many dashes", "- ".repeat(400_000)),
        named("many anchors", anchors()),
        named("itself in a list", "rules: &a [*a]"),
        named("itself in a map", "rules: [&r {id: r, event: view, send: *r}]"),
        named("itself in steps", rule("id: r, event: view, steps: &s [{id: a, send: *s}]")),
        named("itself in data", rule("id: r, event: view, send: &s {data: *s}")),
        named("laughs", laughs()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isRefusedSoonAndInAShortSentence(String yaml) {
    long start = CPU.getCurrentThreadCpuTime();

    assertThatThrownBy(() -> RuleFile.parse(yaml, "CNY"))
        .isInstanceOfSatisfying(
            RuleFileException.class,
            refused -> assertThat(refused.getMessage()).hasSizeLessThan(2000));

    assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(BOUND);
  }

  @Test
  void theLongestWaitsAreWaitedFor() {
    Regular.meets(
        RuleFile.parse(
            """
            delivery: {cancelFor: 999999999d, gap: 999999999d}
            rules:
              - {id: r, event: view, after: 999999999d, idle: 999999999d, at: "19:00",
                 following: {event: registered, within: 999999999d}, again: 999999999d,
                 send: {channel: push, template: t, validFor: 999999999d}}
              - {id: s, event: order.placed, before: 999999999d of order.payBy,
                 send: {channel: push, template: t, validFor: 999999999d}}
              - {id: t, event: view, quietHours: ignore, purpose: service,
                 send: {channel: push, template: t, validFor: 999999999d}}
              - {id: u, becomes: activity.idleDays >= 9999, send: {channel: push, template: t}}
            """,
            "CNY"));
  }

  private static Named<String> named(String name, String yaml) {
    return Named.of(name, yaml);
  }

  private static String rule(String keys) {
    return "rules: [{" + keys + "}]";
  }

  private static String deepBlock() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static String anchors() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i < 40_000; i++) {
      text.append("- &a").append(i).append(" x\n");
    }
    return text.toString();
  }

  /** Lists of lists that would be billions of elements if they were written out. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [ha]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a%1$d: &a%1$d [".formatted(i)).append("*a%d, ".formatted(i - 1).repeat(9));
      text.append("]\n");
    }
    return text.append("rules: *a19\n").toString();
  }
}
