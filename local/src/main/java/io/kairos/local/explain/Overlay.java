package io.kairos.local.explain;

import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays what the job recorded over a story that was told again: a message that the last gate found
 * expired did not go out, and where the two differ otherwise, that is said.
 */
final class Overlay {
  private final Map<String, Verdict> expired = new HashMap<>();
  private final Map<String, Recorded> decided = new HashMap<>();

  Overlay(List<Recorded> decisions) {
    for (Recorded decision : decisions) {
      if (decision.verdict().gate().equals(Verdict.EXPIRY)) {
        expired.put(decision.id(), decision.verdict());
      } else {
        decided.put(decision.id(), decision);
      }
    }
  }

  Story over(Story story) {
    List<Chapter> chapters =
        story.chapters().stream()
            .map(chapter -> chapter.with(chapter.happenings().stream().map(this::over).toList()))
            .toList();
    return story.with(chapters);
  }

  private Happening over(Happening happening) {
    if (happening instanceof Sent sent && expired.containsKey(sent.message().id())) {
      return new Decided(sent.message(), expired.get(sent.message().id()), List.of());
    }
    return happening;
  }

  /** What the job decided otherwise, as sentences. */
  List<String> differences(Story told) {
    Map<String, String> fates = new HashMap<>();
    told.all(Sent.class).forEach(sent -> fates.put(sent.message().id(), "SENT"));
    told.all(Decided.class)
        .forEach(other -> fates.put(other.message().id(), other.verdict().fate()));
    List<String> differences = new ArrayList<>();
    for (Recorded recorded : decided.values()) {
      String here = fates.get(recorded.id());
      if (recorded.atMillis() <= told.endMillis() && !recorded.verdict().fate().equals(here)) {
        differences.add(
            "%s of %s: recorded %s, here %s"
                .formatted(
                    recorded.id(),
                    recorded.message().run().rule(),
                    recorded.verdict().fate(),
                    here == null ? "nothing" : here));
      }
    }
    return differences.stream().sorted().toList();
  }
}
