package io.kairos.local.stories;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Says what is wrong with a file as a compiler does: place, reason, line, and a mark below it. */
record Complaint(Path path, String text) {
  private static final Comparator<Mistake> BY_PLACE =
      Comparator.comparingInt((Mistake mistake) -> mistake.place().line())
          .thenComparingInt(mistake -> mistake.place().column());

  List<String> about(List<Mistake> mistakes) {
    return mistakes.stream().sorted(BY_PLACE).map(this::about).toList();
  }

  private String about(Mistake mistake) {
    Place place = mistake.place();
    String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
    return "%s:%s: %s%n    %s%n    %s^"
        .formatted(path, place, mistake.getMessage(), line, " ".repeat(place.column() - 1));
  }
}
