package io.kairos.local.stories;

import io.kairos.engine.rule.RuleSet;
import io.kairos.local.stories.Expectation.Line;
import io.kairos.local.stories.TimeReader.Since;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.util.List;
import org.apache.avro.Schema;

/** One line of what a story expects, on its way from words to meaning. Used once. */
final class ExpectLine {
  private static final String FORMS =
      "write '11:05 push cart-reminder from cart-abandon', '11:05 nothing', '11:05 cancel of"
          + " cart-abandon', 'stopped by consent from dormancy' or 'nothing else'";

  private final Sentence sentence;
  private final Words words;
  private final Sense sense;
  private Span span = Span.EVER;
  private String said;

  /**
   * What words mean.
   *
   * @param since what times count from
   */
  record Sense(RuleSet rules, MinorUnit money, TimeReader times, Since since) {
    Span time(Words words) {
      return times.read(words, since);
    }
  }

  ExpectLine(Sentence sentence, Words words, Sense sense) {
    this.sentence = sentence;
    this.words = words;
    this.sense = sense;
  }

  Expectation nothingElse(List<Expectation> others) {
    refuseFields();
    said = "nothing else";
    return new NothingElse(line(), others);
  }

  Expectation read() {
    span = when();
    said = words.rest() + sentence.fields().map(fields -> " " + fields).orElse("");
    if (words.takeIf("nothing")) {
      return silence();
    }
    if (words.takeIf("cancel", "of")) {
      return cancelling();
    }
    return words.takeIf("stopped", "by") ? stopping() : sending();
  }

  private Span when() {
    if (words.takeIf("between")) {
      return between();
    }
    if (words.takeIf("until")) {
      return Span.until(sense.time(words).toMillis());
    }
    return TimeReader.isMeant(words.peek()) ? sense.time(words) : Span.EVER;
  }

  private Span between() {
    Span first = sense.time(words);
    if (!words.takeIf("and")) {
      throw words.wrong("'and' and a second time belong here: between 09:00 and 10:00");
    }
    return first.until(sense.times().read(words, sense.since().above(first.fromMillis())));
  }

  private Silence silence() {
    Subject subject = words.takeIf("from") ? subject() : Subject.ANY;
    refuseFields();
    return new Silence(line(), subject);
  }

  private Cancelling cancelling() {
    Subject subject = subject();
    return new Cancelling(line(), subject, demands(Trigger.getClassSchema()));
  }

  private Stopping stopping() {
    String by = Stopping.read(words);
    Subject subject = from();
    return new Stopping(line(), subject, by, demands(Decision.getClassSchema()));
  }

  private Sending sending() {
    String channel = words.take("what is expected");
    if (words.isEmpty() || words.peek().equals("from")) {
      throw words.wrongBefore("'" + channel + "' is nothing that can be expected: " + FORMS);
    }
    String template = words.take("the template");
    Subject subject = from();
    Line line = line();
    Demands demands = demands(Trigger.getClassSchema());
    return new Sending(line, subject, new Sending.Content(channel, template, demands));
  }

  private Subject from() {
    if (!words.takeIf("from")) {
      throw words.wrong("'from' and the rule belong here: " + FORMS);
    }
    return subject();
  }

  private Subject subject() {
    return Subject.read(words, sense.rules());
  }

  /** The end of the line, where a time may stand as well. */
  private Line line() {
    if (span.isEver() && words.takeIf("at")) {
      span = sense.time(words);
    }
    words.requireEnd();
    return new Line(sentence.place(), span, said);
  }

  private Demands demands(Schema schema) {
    Since from = span.isEver() ? sense.since() : Since.of(span.fromMillis());
    Demands.Reader reader = new Demands.Reader(sense.money(), sense.times(), from);
    return Demands.read(sentence.fields(), schema, reader);
  }

  private void refuseFields() {
    if (sentence.fields().isPresent()) {
      throw sentence.fields().get().wrong("nothing has no fields");
    }
  }
}
