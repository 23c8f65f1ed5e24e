package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.job.CorruptedMix.Mutant;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.DeadLetter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class BadInputIT {
  /** source.max-record-size as it is by default. */
  private static final int KEPT_BYTES = 1024 * 1024;

  private static final int GOOD = 5_000;
  private static final int BAD = 1_000;

  /** A million mutants take a hundred rounds of the longer size. */
  private static final int ROUNDS = Integer.getInteger("kairos.fuzz.rounds", 0);

  private static final int TIMES = 10;
  private static final long SEED = Long.getLong("kairos.fuzz.seed", 11);
  private static final int PARTITIONS = 2;

  /** Where a record lay. */
  private record Place(String topic, int partition, long offset) {}

  /** What a dead letter says of it. */
  private record Letter(String reason, ByteBuffer key, ByteBuffer value) {}

  @Test
  void changesNothingElseAndEndsAsOneDeadLetterEach(LocalStack stack) throws Exception {
    holds(stack, GOOD, BAD, SEED);
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void noneOfAMillionMutantsDoes(LocalStack stack) throws Exception {
    assumeTrue(ROUNDS > 0, "only with -Dkairos.fuzz.rounds=ROUNDS of 10,000 mutants each");
    for (int round = 0; round < ROUNDS; round++) {
      System.out.printf("bad input, round %d of %d, seed %d%n", round + 1, ROUNDS, SEED + round);
      holds(stack, TIMES * TIMES * BAD, TIMES * BAD, SEED + round);
    }
  }

  private static void holds(LocalStack stack, int count, int mutants, long seed) throws Exception {
    List<InputEvent> events = SomeTraffic.first(count);
    List<Input> good = events.stream().map(Input::of).toList();
    CorruptedMix mix = new CorruptedMix(good, mutants, seed);
    Map<String, String> options = JobOnBroker.replayTo(SomeTraffic.afterwards(events));
    try (JobOnBroker alone = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY);
        JobOnBroker mixed = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY)) {
      alone.produce(good);
      List<RecordMetadata> places = mixed.produce(mix.inputs());
      alone.run(options);
      JobExecutionResult result = mixed.run(options);

      Outcome.of(mixed).requireEqual(Outcome.of(alone));
      assertThat(JobOnBroker.counted(result, "rejected")).isEqualTo(byReason(mix.mutants()));
      assertThat(letters(mixed)).isEqualTo(expected(mix, places));
      System.out.printf(
          "bad input: %s refused, %d still valid and left out; unchanged: %s%n",
          byReason(mix.mutants()), mix.stillValid(), Outcome.of(mixed));
    }
  }

  private static Map<String, Long> byReason(List<Mutant> mutants) {
    Map<String, Long> counts = new HashMap<>();
    mutants.forEach(mutant -> counts.merge(mutant.reason().name(), 1L, Long::sum));
    return counts;
  }

  private static Map<Place, List<Letter>> letters(JobOnBroker job) throws Exception {
    Map<Place, List<Letter>> letters = new HashMap<>();
    for (DeadLetter letter : Written.deadLetters(job.stack())) {
      Place place = new Place(letter.getTopic(), letter.getPartition(), letter.getOffset());
      letters
          .computeIfAbsent(place, absent -> new ArrayList<>())
          .add(new Letter(letter.getReason(), letter.getKey(), letter.getValue()));
    }
    return letters;
  }

  private static Map<Place, List<Letter>> expected(CorruptedMix mix, List<RecordMetadata> places) {
    Map<Input, RecordMetadata> placeOf = new IdentityHashMap<>();
    List<Input> inputs = mix.inputs();
    for (int i = 0; i < places.size(); i++) {
      placeOf.put(inputs.get(i), places.get(i));
    }
    Map<Place, List<Letter>> letters = new HashMap<>();
    for (Mutant mutant : mix.mutants()) {
      if (mutant.reason().deadLetter()) {
        RecordMetadata at = placeOf.get(mutant.input());
        letters.put(
            new Place(at.topic(), at.partition(), at.offset()),
            List.of(
                new Letter(
                    mutant.reason().name(),
                    ByteBuffer.wrap(mutant.input().key()),
                    wrapped(mutant.input().value()))));
      }
    }
    return letters;
  }

  /** As much as a dead letter keeps: what is larger than a record may be is cut to that. */
  private static ByteBuffer wrapped(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, KEPT_BYTES));
  }
}
