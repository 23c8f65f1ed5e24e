package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Comparator;
import java.util.List;

/**
 * Names by fading weight. Beyond a number of names the lightest goes, so the weights of names that
 * come and go among many others are lower bounds.
 *
 * @param all the heaviest first, ties by name
 */
public record Scores(List<Score> all) {
  static final Scores NONE = new Scores(List.of());

  private static final Comparator<Score> HEAVIEST_FIRST =
      Comparator.comparingLong(Score::log).reversed().thenComparing(Score::name);

  /** The heaviest name; null for none. */
  public String heaviest() {
    return all.isEmpty() ? null : all.get(0).name();
  }

  Scores plus(String name, long log, int most) {
    int place = placeOf(name);
    boolean isNew = place == all.size();
    Score score = new Score(name, isNew ? log : Decay.sum(all.get(place).log(), log));
    Score[] next = new Score[Math.min(most, all.size() + (isNew ? 1 : 0))];
    int size = 0;
    boolean waits = true;
    for (int i = 0; i < all.size() && size < next.length; i++) {
      if (waits && HEAVIEST_FIRST.compare(score, all.get(i)) < 0) {
        next[size++] = score;
        waits = false;
      }
      if (i != place && size < next.length) {
        next[size++] = all.get(i);
      }
    }
    if (waits && size < next.length) {
      next[size] = score;
    }
    return new Scores(List.of(next));
  }

  private int placeOf(String name) {
    int place = 0;
    while (place < all.size() && !all.get(place).name().equals(name)) {
      place++;
    }
    return place;
  }

  /** The same weights counted from an instant so many half-lives later. */
  Scores later(long halfLives) {
    return new Scores(
        all.stream()
            .map(score -> new Score(score.name(), score.log() - halfLives * Decay.ONE))
            .filter(score -> score.log() >= Decay.FORGOTTEN)
            .toList());
  }

  /** The heaviest so many. */
  Scores only(int most) {
    return all.size() <= most ? this : new Scores(all.subList(0, most));
  }

  void pack(Packer out) {
    out.list(all, Score::pack);
  }

  static Scores unpack(Unpacker in) {
    return new Scores(in.list(Score::unpack));
  }
}
