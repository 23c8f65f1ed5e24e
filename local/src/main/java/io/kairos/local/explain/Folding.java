package io.kairos.local.explain;

import io.kairos.engine.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Folds many events in a row of which nothing came, on one day, into one line. */
final class Folding {
  /** Fewer are told one by one. */
  private static final int LEAST = 4;

  private Folding() {}

  /** The chapters in groups: each stands alone, or all of it is one line. */
  static List<List<Chapter>> folded(List<Chapter> chapters) {
    List<List<Chapter>> groups = new ArrayList<>();
    List<Chapter> bare = new ArrayList<>();
    for (Chapter chapter : chapters) {
      if (!bare.isEmpty() && !(chapter.isUneventful() && isOneDay(bare.get(0), chapter))) {
        close(bare, groups);
        bare = new ArrayList<>();
      }
      if (chapter.isUneventful()) {
        bare.add(chapter);
      } else {
        groups.add(List.of(chapter));
      }
    }
    close(bare, groups);
    return groups;
  }

  private static void close(List<Chapter> bare, List<List<Chapter>> groups) {
    if (bare.size() >= LEAST) {
      groups.add(bare);
    } else {
      bare.forEach(chapter -> groups.add(List.of(chapter)));
    }
  }

  private static boolean isOneDay(Chapter one, Chapter other) {
    return day(one).equals(day(other));
  }

  static LocalDate day(Chapter chapter) {
    return Instant.ofEpochMilli(chapter.atMillis()).atZone(chapter.zone()).toLocalDate();
  }

  /** "12 events until 10:32:15: 9 view, 2 search, 1 like". */
  static String words(List<Chapter> group) {
    List<Event> events = group.stream().flatMap(chapter -> chapter.events().stream()).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    events.forEach(event -> counts.merge(event.name().label(), 1, Integer::sum));
    return "%d events until %s: %s"
        .formatted(
            events.size(),
            When.of(group.get(group.size() - 1)).time(),
            counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
  }
}
