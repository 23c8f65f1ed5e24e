package io.kairos.local.explain;

import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import io.kairos.local.view.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One plain sentence: why a message went out, or did not. */
final class Conclusion {
  private final Setting setting;
  private final Story story;
  private final MessageName message;

  Conclusion(Setting setting, Story story, MessageName message) {
    this.setting = setting;
    this.story = story;
    this.message = message;
  }

  String words() {
    Tense past = setting.isDraft() ? Tense.under(setting.source()) : Tense.PAST;
    return told(story.chapters(), past)
        .or(() -> told(story.ahead(), Tense.AHEAD))
        .orElseGet(this::absent);
  }

  private Optional<String> told(List<Chapter> chapters, Tense tense) {
    return first(chapters, Sent.class, Sent::message)
        .map(out -> sent(out, tense) + takenBack(chapters, tense))
        .or(
            () ->
                first(chapters, Decided.class, Decided::message)
                    .map(decided -> decided(decided, tense)));
  }

  /** A happening where it stands. */
  private record At<H>(Chapter chapter, H happening) {}

  private <H extends Happening> Optional<At<H>> first(
      List<Chapter> chapters, Class<H> kind, Function<H, MessageName> name) {
    return chapters.stream()
        .flatMap(
            chapter ->
                chapter.happenings().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(one -> name.apply(one).id().equals(message.id()))
                    .map(one -> new At<>(chapter, one)))
        .findFirst();
  }

  private static String sent(At<Sent> at, Tense tense) {
    return "%s by %s on %s. %s"
        .formatted(
            tense.out(),
            at.happening().content().channel(),
            When.of(at.chapter()).full(),
            at.happening().reason());
  }

  private String takenBack(List<Chapter> chapters, Tense tense) {
    return first(chapters, TakenBack.class, TakenBack::message)
        .map(
            at ->
                " %s on %s. %s"
                    .formatted(tense.back(), When.of(at.chapter()).full(), at.happening().reason()))
        .orElse("");
  }

  private String decided(At<Decided> at, Tense tense) {
    When when = When.of(at.chapter());
    Verdict verdict = at.happening().verdict();
    String why = new VerdictWords(when).of(verdict, at.happening().asked());
    return verdict.gate().equals(Verdict.TIMING)
        ? "%s: its run ended on %s%s, %s."
            .formatted(tense.notOut(), when.full(), before(when.atMillis()), why)
        : "%s on %s: the gate %s stopped it: %s."
            .formatted(tense.notOut(), when.full(), verdict.gate(), why);
  }

  /** How long before the release that was, as last said. */
  private String before(long endedMillis) {
    return story.chapters().stream()
        .filter(chapter -> chapter.atMillis() <= endedMillis)
        .flatMap(chapter -> chapter.happenings().stream())
        .filter(happening -> message.run().equals(happening.run()))
        .flatMap(Conclusion::dues)
        .filter(due -> due.step().equals(message.step()))
        .reduce((first, last) -> last)
        .map(due -> Duration.ofMillis(due.at().toEpochMilli() - endedMillis))
        .filter(early -> !early.isNegative() && !early.isZero())
        .map(early -> ", " + Figures.duration(early) + " before it was due")
        .orElse("");
  }

  private static Stream<Due> dues(Happening happening) {
    if (happening instanceof Happening.Began began) {
      return began.due().stream();
    }
    return happening instanceof Happening.Moved moved ? moved.due().stream() : Stream.empty();
  }

  private String absent() {
    if (!setting.isDraft()) {
      return "Told again from its events, there is no such message: the events or the rules that"
          + " it came from are no longer those used here.";
    }
    String start = "With %s there is no such message: ".formatted(setting.source().name());
    String steps =
        Stream.concat(story.chapters().stream(), story.ahead().stream())
            .flatMap(chapter -> chapter.happenings().stream())
            .filter(happening -> message.run().equals(happening.run()))
            .flatMap(Conclusion::messages)
            .map(name -> name.step().isEmpty() ? name.run().rule() : name.step())
            .distinct()
            .collect(Collectors.joining(", "));
    return steps.isEmpty()
        ? start + "the run of %s does not begin.".formatted(message.run().rule())
        : start + "what the run comes to instead is said above (%s).".formatted(steps);
  }

  private static Stream<MessageName> messages(Happening happening) {
    if (happening instanceof Sent sent) {
      return Stream.of(sent.message());
    }
    return happening instanceof Decided decided ? Stream.of(decided.message()) : Stream.empty();
  }
}
