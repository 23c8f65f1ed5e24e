package io.kairos.local.profiles;

import io.kairos.local.imports.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The few ids that a mistyped one may have meant: at most two letters differ. */
public final class NearIds {
  private static final int MOST_LETTERS = 2;
  private static final int MOST_IDS = 3;

  private record Near(int letters, String id) {}

  private final String typed;
  private final TreeSet<Near> nearest =
      new TreeSet<>(Comparator.comparingInt(Near::letters).thenComparing(Near::id));

  public NearIds(String typed) {
    this.typed = typed;
  }

  /** One more known id. */
  public void offer(String id) {
    if (Math.abs(id.length() - typed.length()) > MOST_LETTERS) {
      return;
    }
    int letters = NearestName.distance(typed, id);
    if (letters <= MOST_LETTERS) {
      nearest.add(new Near(letters, id));
      if (nearest.size() > MOST_IDS) {
        nearest.pollLast();
      }
    }
  }

  /** Nearest first. */
  public List<String> ids() {
    return nearest.stream().map(Near::id).toList();
  }
}
