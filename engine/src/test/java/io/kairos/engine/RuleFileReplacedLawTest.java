package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** Steps that wait for so many hours, in any order, and others of which some are the same. */
class RuleFileReplacedLawTest {

  @Property(tries = 200)
  void eachStepGoesOutOnce(
      @ForAll @Size(min = 1, max = 6) @UniqueElements List<@IntRange(min = 1, max = 8) Integer> old,
      @ForAll @Size(min = 1, max = 6) @UniqueElements List<@IntRange(min = 1, max = 8) Integer> now,
      @ForAll @IntRange(min = 0, max = 8) int hours) {
    Set<Integer> expected = new TreeSet<>(old);
    expected.removeIf(step -> step > hours);
    if (expected.size() < old.size()) {
      expected.addAll(now);
    }

    Heard heard =
        Story.under(file(old))
            .at("10:00")
            .views("tea")
            .at("%d:30".formatted(10 + hours))
            .under(file(now), "23:00");

    assertThat(heard.sent("r"))
        .extracting(sent -> Integer.valueOf(sent.reference().step().substring(1)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String file(List<Integer> steps) {
    return "rules: [{id: r, event: view, again: always, steps: [%s]}]"
        .formatted(
            steps.stream()
                .map("{id: s%1$d, after: %1$dh, send: {channel: push, template: t}}"::formatted)
                .collect(Collectors.joining(", ")));
  }
}
