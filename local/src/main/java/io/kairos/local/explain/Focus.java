package io.kairos.local.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a story is told.
 *
 * @param rule only what concerns that rule; null for all
 * @param run only what concerns that run; null for all
 * @param fromMillis nothing before, epoch milliseconds
 */
record Focus(String rule, RunName run, long fromMillis) {
  static final Focus ALL = new Focus(null, null, Long.MIN_VALUE);

  /** How many events before a beginning that time alone made are told with it. */
  private static final int EVENTS_BEFORE = 3;

  static Focus on(String rule) {
    return new Focus(rule, null, Long.MIN_VALUE);
  }

  static Focus on(RunName run) {
    return new Focus(run.rule(), run, Long.MIN_VALUE);
  }

  Focus from(long millis) {
    return new Focus(rule, run, millis);
  }

  private boolean isAll() {
    return rule == null && run == null;
  }

  /** The story without the rest. While a run is open, its customer's events belong to it. */
  Story of(Story story) {
    Story told = isAll() ? story : narrowed(story);
    List<Chapter> late =
        told.chapters().stream().filter(chapter -> chapter.atMillis() >= fromMillis).toList();
    return told.with(late);
  }

  private Story narrowed(Story story) {
    List<Chapter> kept = new ArrayList<>();
    List<Chapter> skipped = new ArrayList<>();
    boolean open = false;
    for (Chapter chapter : story.chapters()) {
      Chapter own = without(chapter);
      boolean concerned = own.happenings().stream().anyMatch(this::isOwn);
      if (concerned || open) {
        if (chapter.events().isEmpty() && !open) {
          kept.addAll(lastEvents(skipped));
        }
        kept.add(own);
        skipped.clear();
      } else {
        skipped.add(own);
      }
      open = chapter.open().stream().anyMatch(this::concerns);
    }
    List<Chapter> ahead =
        story.ahead().stream()
            .map(this::without)
            .filter(chapter -> chapter.happenings().stream().anyMatch(this::isOwn))
            .toList();
    return story.with(kept).withAhead(ahead);
  }

  private static List<Chapter> lastEvents(List<Chapter> skipped) {
    List<Chapter> events = skipped.stream().filter(chapter -> !chapter.events().isEmpty()).toList();
    return events.subList(Math.max(0, events.size() - EVENTS_BEFORE), events.size());
  }

  /** The chapter without what concerns other runs. */
  private Chapter without(Chapter chapter) {
    return chapter.with(
        chapter.happenings().stream()
            .filter(happening -> happening.run() == null || isOwn(happening))
            .toList());
  }

  private boolean isOwn(Happening happening) {
    return happening instanceof Happening.NotBegun notBegun
        ? run == null && notBegun.rule().equals(rule)
        : happening.run() != null && concerns(happening.run());
  }

  private boolean concerns(RunName other) {
    return run == null ? other.rule().equals(rule) : other.equals(run);
  }
}
