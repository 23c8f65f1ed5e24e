package io.kairos.local.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All versions of one declaration that are known, by number. At least one. */
public final class History {
  private final TreeMap<Integer, Published> versions = new TreeMap<>();

  History(Published first) {
    add(first);
  }

  /**
   * A record with the number of one before it takes its place, as compaction has it. One of a rule
   * without a body says again what the version before said, as a job has it.
   */
  void add(Published published) {
    Revision revision = published.revision();
    boolean keeps = revision.id().kind() == Kind.RULE && revision.body().isBlank();
    versions.put(revision.number(), keeps ? published.saying(bodyBefore(published)) : published);
  }

  private String bodyBefore(Published published) {
    return versions.headMap(published.revision().number(), true).descendingMap().values().stream()
        .filter(before -> before.hasBegun(published.effectiveAt()))
        .map(before -> before.revision().body())
        .findFirst()
        .orElse("");
  }

  /** What it is about. */
  public DeclarationId id() {
    return latest().revision().id();
  }

  /** Oldest first. */
  public List<Published> versions() {
    return List.copyOf(versions.values());
  }

  /** Empty if there is no such number. */
  public Optional<Published> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  /** The highest number, in force or not. */
  public Published latest() {
    return versions.lastEntry().getValue();
  }

  /** The number of a version to come. */
  int next() {
    return versions.lastKey() + 1;
  }

  /**
   * The version that decides at an instant: the highest of those that have begun, also if it is
   * paused, withdrawn or over. Empty before the first.
   */
  Optional<Published> inForce(Instant at) {
    return versions.descendingMap().values().stream().filter(one -> one.hasBegun(at)).findFirst();
  }

  /** What is published but has not begun, and will: the earliest first. */
  List<Published> pending(Instant at) {
    int current = inForce(at).map(one -> one.revision().number()).orElse(-1);
    return versions.tailMap(current, false).values().stream()
        .filter(one -> !isOvertaken(one))
        .sorted(Comparator.comparing(Published::effectiveAt))
        .toList();
  }

  /** Whether a version never holds, since a higher one begins no later. */
  boolean isOvertaken(Published one) {
    return versions.tailMap(one.revision().number(), false).values().stream()
        .anyMatch(higher -> higher.hasBegun(one.effectiveAt()));
  }

  /** What is pending at an instant and was to begin at another or later: the earliest first. */
  List<Published> plansFrom(Instant start, Instant at) {
    return pending(at).stream()
        .filter(one -> one.isPlannedAfter(at) && !one.effectiveAt().isBefore(start))
        .toList();
  }

  /**
   * The version that decides at an instant, and those above it that are planned for later: by
   * number, at least one. Only plans where nothing else was published. A version without a date has
   * begun, however short a time ago it was appended.
   */
  List<Published> onward(Instant at) {
    int current =
        versions.descendingMap().values().stream()
            .filter(one -> !one.isPlannedAfter(at))
            .map(one -> one.revision().number())
            .findFirst()
            .orElseGet(versions::firstKey);
    return List.copyOf(versions.tailMap(current, true).values());
  }
}
