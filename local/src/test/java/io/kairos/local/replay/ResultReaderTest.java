package io.kairos.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileSegment;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultReaderTest {
  private static final int IN_MEMORY = 100_000;
  private static final int ON_DISK = 10;

  @TempDir private Path folder;

  private final List<ConsumerRecord<byte[], byte[]>> topic = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {IN_MEMORY, ON_DISK})
  void manyTriggersAreWrittenAsAnOrderInMemoryHasThem(int chunkRecords) throws IOException {
    Map<String, Trigger> byId = manyTriggers();
    Path file = folder.resolve("triggers.jsonl");

    triggers(chunkRecords, Optional.of(file));

    Comparator<Trigger> byTime =
        Comparator.comparingLong(Trigger::getEventTime)
            .thenComparing(Trigger::getCustomerId)
            .thenComparing(Trigger::getId);
    assertThat(byId).hasSizeLessThan(topic.size());
    requireLines(file, byId.values().stream().sorted(byTime).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {IN_MEMORY, ON_DISK})
  void manyProfilesAreWrittenAsAMapInMemoryHasThem(int chunkRecords) throws IOException {
    Map<String, Profile> byCustomer = manyProfiles();
    Path file = folder.resolve("profiles.jsonl");

    profiles(chunkRecords, Optional.of(file));

    assertThat(byCustomer).hasSizeGreaterThan(ON_DISK);
    requireLines(file, byCustomer.values());
  }

  @ParameterizedTest
  @ValueSource(ints = {IN_MEMORY, ON_DISK})
  void countsAreThoseOfTheRecordsInMemoryWithAFileOrWithout(int chunkRecords) throws IOException {
    Map<String, Trigger> byId = manyTriggers();
    long customers = byId.values().stream().map(Trigger::getCustomerId).distinct().count();

    for (Optional<Path> file : List.of(Optional.of(folder.resolve("t")), Optional.<Path>empty())) {
      TriggerTally tally = triggers(chunkRecords, file);
      assertThat(tally.all()).isEqualTo(byId.size());
      assertThat(tally.customers()).isEqualTo(customers);
    }
  }

  @Test
  void aTriggerThatTakesAMessageBackIsCountedApart() throws IOException {
    add(trigger("1", "ann", TriggerKind.SEND, 5));
    add(trigger("2", "bob", TriggerKind.SEND, 5));
    add(trigger("3", "ann", TriggerKind.CANCEL, 6));
    add(trigger("1", "ann", TriggerKind.SEND, 5));

    TriggerTally tally = triggers(ON_DISK, Optional.empty());

    assertThat(tally.byRule()).isEqualTo(Map.of("gift", 2L, "gift taken back", 1L));
    assertThat(tally.customers()).isEqualTo(2);
  }

  @Test
  void figuresAreSumsOverTheLastProfilesOfCustomersWhoAreNotErased() throws IOException {
    add(profile("ann", 7));
    add(profile("bob", 1));
    add(profile("ann", 2));
    add(profile("cat", 4));
    erase("cat");

    ProfileTally tally = profiles(ON_DISK, Optional.empty());

    assertThat(tally.sum(ProfileFigure.CUSTOMERS)).isEqualTo(2);
    assertThat(tally.sum(ProfileFigure.ORDERS)).isEqualTo(3);
    assertThat(tally.groups()).isEqualTo(Map.of("regular", 2L, "active", 2L));
  }

  @Test
  void noResultsMakeEmptyFilesAndZeros() throws IOException {
    Path file = folder.resolve("none.jsonl");

    assertThat(triggers(ON_DISK, Optional.of(file)).all()).isZero();
    assertThat(file).isEmptyFile();
    assertThat(profiles(ON_DISK, Optional.of(file)).sum(ProfileFigure.CUSTOMERS)).isZero();
    assertThat(file).isEmptyFile();
  }

  @Test
  void endsEarlyWhenTheRunIsToEndAndLeavesTheFileAlone() throws IOException {
    add(profile("ann", 1));
    Path file = folder.resolve("profiles.jsonl");
    try (StopSignal stop = StopSignal.install()) {
      stop.request();

      assertThatThrownBy(() -> new ResultReader(stop).profiles(topic, Optional.of(file)))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("stopped");
    }
    assertThat(file).doesNotExist();
  }

  private TriggerTally triggers(int chunkRecords, Optional<Path> file) throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      return new ResultReader(stop, chunkRecords).triggers(topic, file);
    }
  }

  private ProfileTally profiles(int chunkRecords, Optional<Path> file) throws IOException {
    try (StopSignal stop = StopSignal.install()) {
      return new ResultReader(stop, chunkRecords).profiles(topic, file);
    }
  }

  /** In no order, and some ids again; by id the last of each. */
  private Map<String, Trigger> manyTriggers() throws IOException {
    Random random = new Random(1);
    Map<String, Trigger> byId = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      String customer = customer(random.nextInt(60));
      String id = Integer.toHexString((customer + "/" + random.nextInt(12)).hashCode());
      Trigger trigger = trigger(id, customer, TriggerKind.SEND, random.nextInt(40) - 20);
      byId.put(id, trigger);
      add(trigger);
    }
    return byId;
  }

  /** Some customers are erased, and some of those come back; by customer the last of each. */
  private Map<String, Profile> manyProfiles() throws IOException {
    Random random = new Random(2);
    Map<String, Profile> byCustomer = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      String customer = customer(random.nextInt(60));
      if (random.nextInt(4) == 0) {
        byCustomer.remove(customer);
        erase(customer);
      } else {
        Profile profile = profile(customer, i);
        byCustomer.put(customer, profile);
        add(profile);
      }
    }
    return byCustomer;
  }

  /** Names that begin each other, and letters that UTF-8 and UTF-16 order differently. */
  private static String customer(int number) {
    return List.of("c", "\uff5e", "\ud83d\ude00").get(number % 3) + number;
  }

  private static void requireLines(Path file, Collection<? extends IndexedRecord> records)
      throws IOException {
    assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
        .isEqualTo(records.stream().map(PlainJson::of).toList());
  }

  private void add(Trigger trigger) throws IOException {
    add(trigger.getCustomerId(), Trigger.getEncoder().encode(trigger).array());
  }

  private void add(Profile profile) throws IOException {
    add(profile.getCustomerId(), Profile.getEncoder().encode(profile).array());
  }

  private void erase(String customer) {
    add(customer, null);
  }

  private void add(String customer, byte[] value) {
    byte[] key = customer.getBytes(StandardCharsets.UTF_8);
    topic.add(new ConsumerRecord<>("results", 0, topic.size(), key, value));
  }

  private static Trigger trigger(String id, String customer, TriggerKind kind, long eventTime) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(kind)
        .setCustomerId(customer)
        .setRule("gift")
        .setRuleVersion(1)
        .setOccasion("o")
        .setChannel("push")
        .setTemplate("t")
        .setCurrency("CNY")
        .setAnchorTime(0)
        .setEventTime(eventTime)
        .setNotBefore(0)
        .setValidUntil(1)
        .setReason("Because of " + id + ".")
        .build();
  }

  private static Profile profile(String customer, long orders) {
    return Profile.newBuilder()
        .setCustomerId(customer)
        .setAsOf(1)
        .setCurrency("CNY")
        .setOrders(orders)
        .setStage("regular")
        .setSegments(List.of(new ProfileSegment("active", 0L)))
        .build();
  }
}
