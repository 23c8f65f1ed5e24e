package io.kairos.local.explain;

import io.kairos.engine.event.Event;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Start;
import io.kairos.local.explain.Happening.NotBegun;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Says why no run of a rule ever began. */
record Absence(Setting setting, Rule rule) {

  /** A sentence of its own. */
  String words(Story story) {
    String start = "%s never began: ".formatted(rule.id());
    if (rule.start() instanceof Start.OnEvent event) {
      return start + ofEvents(event, story);
    }
    if (story.end().customerId() == null) {
      return start + "nothing is known of the customer.";
    }
    Facts facts = setting.engine().snapshot(story.end(), story.endMillis()).facts();
    if (rule.start() instanceof Start.Silence silence) {
      return start + ofSilence(silence, facts);
    }
    return rule.start() instanceof Start.Becoming becoming
        ? start + ofBecoming(becoming, facts)
        : start + "what starts it has not come.";
  }

  private static String ofEvents(Start.OnEvent start, Story story) {
    long failed = story.all(NotBegun.class).count();
    if (failed > 0) {
      return failed == 1
          ? "it could have once, and its where failed."
          : "it could have %d times, and its where failed each time.".formatted(failed);
    }
    String names = start.events().words();
    long came =
        story.chapters().stream()
            .flatMap(chapter -> chapter.events().stream())
            .map(Event::name)
            .filter(start.events().names()::contains)
            .count();
    return came == 0
        ? "it starts with %s, and none came.".formatted(names)
        : "%d of %s came, but none that starts it.".formatted(came, names);
  }

  private static String ofSilence(Start.Silence silence, Facts facts) {
    long quiet = facts.profile().activity().idleMillis(facts.nowMillis());
    return "it asks for %d days without activity, and there were %d in the end."
        .formatted(Duration.ofMillis(silence.millis()).toDays(), Duration.ofMillis(quiet).toDays());
  }

  private static String ofBecoming(Start.Becoming start, Facts facts) {
    List<Asked> asked = Asking.findings(List.of(start.condition()).stream(), facts);
    return "in the end " + asked.stream().map(Asked::words).collect(Collectors.joining("; ")) + ".";
  }
}
