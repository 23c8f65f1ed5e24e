package io.kairos.local.job;

import io.kairos.engine.cleaning.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Good records with corrupted ones at random places between them. Avro has no checksum, so some
 * corrupted records still are valid ones: those are left out and counted.
 */
final class CorruptedMix {
  /** One in so many is bloated, since two megabytes each add up. */
  private static final int BLOATED_EVERY = 200;

  private static final List<Corruption> USUAL =
      List.of(
          Corruption.FIELD_TWISTED,
          Corruption.BITS_FLIPPED,
          Corruption.CUT_SHORT,
          Corruption.WRONG_FINGERPRINT,
          Corruption.EMPTY,
          Corruption.MISSING,
          Corruption.NOISE);

  /** What is larger, the broker does not let in. */
  private static final int LARGEST = 3 << 20;

  private final List<Input> good;
  private final RandomGenerator random;
  private final Reference reference = new Reference();
  private final TreeMap<Integer, List<Mutant>> behind = new TreeMap<>();
  private int stillValid;

  /** A corrupted record, and why it must be refused. */
  record Mutant(Input input, RejectionReason reason) {}

  CorruptedMix(List<Input> good, int mutants, long seed) {
    this.good = good;
    this.random = new SplittableRandom(seed);
    for (int drawn = 0; drawn < mutants; ) {
      drawn += draw(drawn) ? 1 : 0;
    }
  }

  private boolean draw(int number) {
    int place = random.nextInt(good.size());
    Input mutant = corrupted(number).stamped(good.get(place).stampMillis());
    if (mutant.value() != null && mutant.value().length > LARGEST) {
      return false;
    }
    Optional<RejectionReason> reason = reference.verdict(mutant);
    if (reason.isEmpty()) {
      stillValid++;
      return false;
    }
    behind
        .computeIfAbsent(place, absent -> new ArrayList<>())
        .add(new Mutant(mutant, reason.get()));
    return true;
  }

  private Input corrupted(int number) {
    Input original = good.get(random.nextInt(good.size()));
    Corruption way =
        number % BLOATED_EVERY == 0 ? Corruption.BLOATED : USUAL.get(random.nextInt(USUAL.size()));
    return original.withValue(way.of(original.value(), random));
  }

  /** All records in the order of their stamps. */
  List<Input> inputs() {
    List<Input> mix = new ArrayList<>();
    for (int i = 0; i < good.size(); i++) {
      mix.add(good.get(i));
      behind.getOrDefault(i, List.of()).forEach(mutant -> mix.add(mutant.input()));
    }
    return mix;
  }

  /** What must be refused, in the order of the mix. */
  List<Mutant> mutants() {
    return behind.values().stream().flatMap(List::stream).toList();
  }

  /** How many were drawn and left out. */
  int stillValid() {
    return stillValid;
  }
}
