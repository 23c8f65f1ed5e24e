package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
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

  /** The names, the heaviest first. */
  public List<String> names() {
    return all.stream().map(Score::name).toList();
  }

  Scores plus(String name, long log, int most) {
    List<Score> next = new ArrayList<>(all.size() + 1);
    long sum = log;
    for (Score score : all) {
      if (score.name().equals(name)) {
        sum = Decay.sum(score.log(), log);
      } else {
        next.add(score);
      }
    }
    next.add(new Score(name, sum));
    next.sort(HEAVIEST_FIRST);
    return new Scores(List.copyOf(next.subList(0, Math.min(most, next.size()))));
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
