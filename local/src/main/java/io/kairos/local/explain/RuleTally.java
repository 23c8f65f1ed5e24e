package io.kairos.local.explain;

import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of one rule's messages to a customer.
 *
 * @param runs how many began
 * @param notSent how many did not go out, by fate
 * @param waiting runs that are open at the end
 */
record RuleTally(
    String rule, long runs, Messages messages, Map<String, Long> notSent, long waiting) {

  /** How many went out, and how many of these were taken back. */
  record Messages(long out, long back) {}

  /** One for each rule that did anything, by name. */
  static List<RuleTally> of(Story story) {
    Set<RunName> open = Foresight.open(story.end());
    return story.chapters().stream()
        .flatMap(chapter -> chapter.happenings().stream())
        .filter(happening -> happening.run() != null)
        .map(happening -> happening.run().rule())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(rule -> of(rule, story, open))
        .toList();
  }

  private static RuleTally of(String rule, Story story, Set<RunName> open) {
    List<Happening> own =
        story.chapters().stream()
            .flatMap(chapter -> chapter.happenings().stream())
            .filter(happening -> happening.run() != null && happening.run().rule().equals(rule))
            .toList();
    return new RuleTally(
        rule,
        own.stream().map(Happening::run).distinct().count(),
        new Messages(all(own, Sent.class).count(), all(own, TakenBack.class).count()),
        all(own, Decided.class)
            .collect(
                Collectors.groupingBy(
                    one -> VerdictWords.fate(one.verdict()), TreeMap::new, Collectors.counting())),
        open.stream().filter(run -> run.rule().equals(rule)).count());
  }

  private static <H> Stream<H> all(List<Happening> happenings, Class<H> kind) {
    return happenings.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** "cart-abandon: 3 runs; 1 message out; not sent: stopped 2; 1 run waits". */
  String words() {
    List<String> parts = new ArrayList<>();
    parts.add(counted(runs, "run"));
    parts.add(counted(messages.out(), "message") + " out");
    if (messages.back() > 0) {
      parts.add(messages.back() + " taken back");
    }
    if (!notSent.isEmpty()) {
      parts.add(
          notSent.entrySet().stream()
              .map(fate -> fate.getKey() + " " + fate.getValue())
              .collect(Collectors.joining(", ", "not sent: ", "")));
    }
    if (waiting > 0) {
      parts.add(counted(waiting, "run") + " open");
    }
    return rule + ": " + String.join("; ", parts);
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
