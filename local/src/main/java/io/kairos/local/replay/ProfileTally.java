package io.kairos.local.replay;

import io.kairos.wire.Profile;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What the summary says of the profiles, counted one by one; holds none of them. */
final class ProfileTally {
  private final Map<ProfileFigure, Long> sums = new EnumMap<>(ProfileFigure.class);
  private final Map<String, Long> groups = new TreeMap<>();

  /** Counts the last profile of a customer, who was not counted before. */
  void add(Profile profile) {
    for (ProfileFigure figure : ProfileFigure.values()) {
      sums.merge(figure, figure.of(profile), Long::sum);
    }
    if (profile.getStage() != null) {
      groups.merge(profile.getStage(), 1L, Long::sum);
    }
    profile.getSegments().forEach(segment -> groups.merge(segment.getName(), 1L, Long::sum));
  }

  long sum(ProfileFigure figure) {
    return sums.getOrDefault(figure, 0L);
  }

  /** How many customers are at which stage and in which segment, by its name. */
  Map<String, Long> groups() {
    return Collections.unmodifiableMap(groups);
  }
}
