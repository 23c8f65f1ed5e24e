package io.kairos.local.explain;

import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays what the job recorded over a story that was told again: a message that the last gate found
 * expired did not go out, and where the two differ otherwise, that is said.
 */
final class Overlay {
  private static final String SENT = "SENT";
  private static final String NOTHING = "nothing";

  /** A job that keeps up has written a fate by then. */
  private static final long WRITTEN_WITHIN_MILLIS = Duration.ofMinutes(1).toMillis();

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
    told.all(Sent.class).forEach(sent -> fates.put(sent.message().id(), SENT));
    told.all(Decided.class)
        .forEach(other -> fates.put(other.message().id(), other.verdict().fate()));
    List<String> differences = new ArrayList<>();
    for (Recorded recorded : decided.values()) {
      String here = fates.get(recorded.id());
      if (recorded.atMillis() <= told.endMillis() && !recorded.verdict().fate().equals(here)) {
        differences.add(
            difference(
                recorded.message(), recorded.verdict().fate(), here == null ? NOTHING : here));
      }
    }
    return differences.stream().sorted().toList();
  }

  /**
   * What was told and the job did not record, as sentences: of what came later than the oldest
   * record that is kept, and so early that the job must have written it.
   */
  List<String> missing(Story told) {
    long first =
        decided.values().stream().mapToLong(Recorded::atMillis).min().orElse(Long.MAX_VALUE);
    return told.chapters().stream()
        .filter(chapter -> chapter.atMillis() > first)
        .filter(chapter -> chapter.atMillis() <= told.endMillis() - WRITTEN_WITHIN_MILLIS)
        .flatMap(chapter -> chapter.happenings().stream())
        .flatMap(happening -> missing(happening).stream())
        .sorted()
        .toList();
  }

  private Optional<String> missing(Happening happening) {
    if (happening instanceof Sent sent && isUnknown(sent.message())) {
      return Optional.of(difference(sent.message(), NOTHING, SENT));
    }
    return happening instanceof Decided other && isUnknown(other.message())
        ? Optional.of(difference(other.message(), NOTHING, other.verdict().fate()))
        : Optional.empty();
  }

  private boolean isUnknown(MessageName message) {
    return !decided.containsKey(message.id()) && !expired.containsKey(message.id());
  }

  private static String difference(MessageName message, String recorded, String here) {
    return "%s of %s: recorded %s, here %s"
        .formatted(message.id(), message.run().rule(), recorded, here);
  }
}
