package io.kairos.local.stories;

import io.kairos.engine.rule.RuleSet;
import io.kairos.local.stories.TimeReader.Since;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what one story expects. */
final class ExpectReader {
  private final RuleSet rules;
  private final TimeReader times;
  private final MinorUnit money;

  ExpectReader(RuleSet rules, TimeReader times, MinorUnit money) {
    this.rules = rules;
    this.times = times;
    this.money = money;
  }

  /**
   * The expectations of the lines.
   *
   * @param first what the times of the first line count from
   * @param mistakes takes what is wrong with a line; it is left out then
   */
  List<Expectation> read(List<Written> lines, Since first, Mistakes mistakes) {
    List<Expectation> expected = new ArrayList<>();
    Since since = first;
    for (Written line : lines) {
      Since above = since;
      List<Expectation> others = expected;
      Optional<Expectation> one =
          mistakes.collect(() -> expectation(Sentence.of(line), above, others));
      if (one.isPresent()) {
        expected.add(one.get());
        Span span = one.get().line().span();
        since = span.hasBeginning() ? since.above(span.fromMillis()) : since;
      }
    }
    return List.copyOf(expected);
  }

  private Expectation expectation(Sentence sentence, Since since, List<Expectation> others) {
    Words words = sentence.words();
    ExpectLine line =
        new ExpectLine(sentence, words, new ExpectLine.Sense(rules, money, times, since));
    return words.takeIf("nothing", "else") ? line.nothingElse(others) : line.read();
  }
}
