package io.kairos.local.profiles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many customers are in what, each list by size and then by name.
 *
 * @param customers all of them
 * @param segments those that somebody is in
 * @param stages lifecycle stages; empty if profiles have none
 * @param tiers with "none"
 */
public record SegmentSizes(
    long customers, List<GroupSize> segments, List<GroupSize> stages, List<GroupSize> tiers) {
  private static final Comparator<GroupSize> LARGEST_FIRST =
      Comparator.comparingLong(GroupSize::customers).reversed().thenComparing(GroupSize::name);

  /** Counts the last profile of each customer. */
  static SegmentSizes of(Map<String, Membership> lastOfEach) {
    Map<Membership, Long> alike = new HashMap<>();
    lastOfEach.values().forEach(membership -> alike.merge(membership, 1L, Long::sum));
    return new SegmentSizes(
        lastOfEach.size(),
        sizes(alike, membership -> membership.segments().stream()),
        sizes(alike, membership -> membership.stage().stream()),
        sizes(alike, membership -> Stream.of(membership.tier())));
  }

  private static List<GroupSize> sizes(
      Map<Membership, Long> alike, Function<Membership, Stream<String>> groups) {
    Map<String, Long> sizes = new HashMap<>();
    alike.forEach(
        (membership, customers) ->
            groups.apply(membership).forEach(name -> sizes.merge(name, customers, Long::sum)));
    return sizes.entrySet().stream()
        .map(size -> new GroupSize(size.getKey(), size.getValue()))
        .sorted(LARGEST_FIRST)
        .collect(Collectors.toUnmodifiableList());
  }
}
