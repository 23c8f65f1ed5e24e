package io.kairos.local.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found.
 *
 * @param place the brokers and the prefix, for a headline
 * @param sight whether all could be looked at
 */
public record Diagnosis(Place place, List<Chapter> chapters, Sight sight) {
  private static final int SOMETHING_WRONG = 1;
  private static final int NOT_SEEN = 2;

  /** Where it was looked. */
  record Place(String brokers, String prefix) {}

  /** How much could be looked at. */
  enum Sight {
    FULL,
    /** The brokers did not answer, or the file does not say where they are. */
    FILE_ONLY
  }

  /** 0 where nothing is wrong, 1 where something is, 2 where the brokers could not be asked. */
  public int exitCode() {
    if (sight == Sight.FILE_ONLY) {
      return NOT_SEEN;
    }
    return count(Verdict.WRONG) > 0 ? SOMETHING_WRONG : 0;
  }

  Stream<Finding> findings() {
    return chapters.stream().flatMap(chapter -> chapter.findings().stream());
  }

  long count(Verdict verdict) {
    return findings().filter(finding -> finding.verdict() == verdict).count();
  }
}
