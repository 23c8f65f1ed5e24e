package io.kairos.local.explain;

import io.kairos.local.explain.Happening.Began;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Erased;
import io.kairos.local.explain.Happening.Moved;
import io.kairos.local.explain.Happening.NotBegun;
import io.kairos.local.explain.Happening.Refused;
import io.kairos.local.explain.Happening.Regrouped;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import io.kairos.local.view.Line;
import io.kairos.local.view.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what happened. */
record HappeningWords(When when) implements Happening.Listener<Sentence> {

  @Override
  public Sentence began(Began began) {
    return Sentence.of('+', Style.PLAIN, name(began.run()) + " begins" + due(began.due(), "; "));
  }

  @Override
  public Sentence moved(Moved moved) {
    List<Due> changed = moved.due().stream().filter(due -> !moved.before().contains(due)).toList();
    boolean one = changed.size() == 1 && moved.before().size() == moved.due().size();
    String before = one ? was(changed.get(0).step(), moved.before()) : "";
    return Sentence.of(
        '~', Style.DIM, name(moved.run()) + " waits on" + due(changed, "; ") + before);
  }

  /** A step may have overtaken another, so its place tells nothing. */
  private String was(String step, List<Due> before) {
    return before.stream()
        .filter(due -> due.step().equals(step))
        .map(due -> ", was " + at(due))
        .findFirst()
        .orElse("");
  }

  @Override
  public Sentence notBegun(NotBegun notBegun) {
    return new Sentence(
        'x',
        Style.PLAIN,
        "%s does not begin with %s: its where fails".formatted(notBegun.rule(), notBegun.event()),
        words(notBegun.asked()));
  }

  @Override
  public Sentence decided(Decided decided) {
    Verdict verdict = decided.verdict();
    if (verdict.gate().equals(Verdict.TIMING)) {
      return ended(List.of(decided));
    }
    String why = new VerdictWords(when).of(verdict, decided.asked());
    boolean listed = verdict.gate().equals(Verdict.WHEN) && !decided.asked().isEmpty();
    List<Line.Span> details = new ArrayList<>(words(decided.asked()));
    details.add(dim("id " + decided.message().id()));
    String text =
        "%s does not go out: the gate %s stops it%s"
            .formatted(name(decided.message()), verdict.gate(), listed ? "" : ": " + why);
    return new Sentence('x', Style.ALARM, text, details);
  }

  /** The end of several steps of one run, for one reason. */
  Sentence ended(List<Decided> steps) {
    Decided first = steps.get(0);
    List<String> names =
        steps.stream().map(one -> one.message().step()).filter(step -> !step.isEmpty()).toList();
    return Sentence.of(
        '-',
        Style.PLAIN,
        "%s ends%s: %s"
            .formatted(
                name(first.run()),
                names.isEmpty() ? "" : " without " + String.join(", ", names),
                new VerdictWords(when).of(first.verdict(), first.asked())));
  }

  @Override
  public Sentence sent(Sent sent) {
    Sent.Content content = sent.content();
    String offer = content.offer() == null ? "" : ", offer " + content.offer();
    String text =
        "%s goes out by %s: template %s%s, valid until %s"
            .formatted(
                name(sent.message()),
                content.channel(),
                content.template(),
                offer,
                when.of(content.validUntil()));
    return new Sentence(
        '>', Style.ACCENT, text, List.of(plain(sent.reason()), dim("id " + sent.message().id())));
  }

  @Override
  public Sentence takenBack(TakenBack takenBack) {
    return new Sentence(
        '<',
        Style.ALARM,
        name(takenBack.message()) + " is taken back",
        List.of(plain(takenBack.reason()), dim("of id " + takenBack.message().id())));
  }

  @Override
  public Sentence regrouped(Regrouped change) {
    String group = change.group().name().toLowerCase(Locale.ROOT);
    String text;
    if (change.from() == null) {
      text = "enters %s %s".formatted(group, change.to());
    } else if (change.to() == null) {
      text = "leaves %s %s".formatted(group, change.from());
    } else {
      text = "%s is now %s, was %s".formatted(group, change.to(), change.from());
    }
    return Sentence.of('*', Style.PLAIN, text);
  }

  @Override
  public Sentence refused(Refused refused) {
    String detail = refused.detail() == null ? "" : " (" + refused.detail() + ")";
    return Sentence.of(
        '!',
        Style.DIM,
        "%s not applied: %s%s".formatted(refused.record(), refused.reason(), detail));
  }

  @Override
  public Sentence erased(Erased erased) {
    return Sentence.of('!', Style.ALARM, "the customer is erased: all that was known is gone");
  }

  /** "cart-abandon of cart-17". */
  static String name(RunName run) {
    return run.key().isEmpty() ? run.rule() : run.rule() + " of " + run.key();
  }

  /** "cart-abandon/reminder of cart-17". */
  static String name(MessageName message) {
    String rule = message.run().rule();
    String step = message.step().isEmpty() ? rule : rule + "/" + message.step();
    return name(new RunName(step, message.run().occasion()));
  }

  /** What failed stands out. */
  private static List<Line.Span> words(List<Asked> asked) {
    return asked.stream().map(one -> one.holds() ? dim(one.words()) : plain(one.words())).toList();
  }

  private static Line.Span plain(String text) {
    return new Line.Span(text, Style.PLAIN);
  }

  private static Line.Span dim(String text) {
    return new Line.Span(text, Style.DIM);
  }

  private String due(List<Due> due, String before) {
    if (due.isEmpty()) {
      return "";
    }
    return due.stream()
        .map(one -> (one.step().isEmpty() ? "due " : one.step() + " due ") + at(one))
        .collect(Collectors.joining(", ", before, ""));
  }

  private String at(Due due) {
    return when.of(due.at());
  }
}
