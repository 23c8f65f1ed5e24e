package io.kairos.local.replay;

import io.kairos.local.StopSignal;
import io.kairos.local.imports.ExternalSort;
import io.kairos.local.imports.KeyedRecord;
import io.kairos.local.imports.LastOfEach;
import io.kairos.wire.Profile;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records of an output topic: counts the last of each identity, and writes them in order
 * if a file is named. What does not fit in memory is sorted on disk.
 */
final class ResultReader {
  /** Records held in memory while sorting; a profile takes up to 4 KiB, mostly a quarter of it. */
  private static final int CHUNK_RECORDS = 20_000;

  /** Stands between the parts of a key; no id holds it. */
  private static final String BETWEEN = "\u0000";

  private final StopSignal stop;
  private final int chunkRecords;

  ResultReader(StopSignal stop) {
    this(stop, CHUNK_RECORDS);
  }

  ResultReader(StopSignal stop, int chunkRecords) {
    this.stop = stop;
    this.chunkRecords = chunkRecords;
  }

  /**
   * Triggers, each id once.
   *
   * @param file takes them by event time, customer, id
   */
  TriggerTally triggers(Iterable<ConsumerRecord<byte[], byte[]>> topic, Optional<Path> file)
      throws IOException {
    TriggerTally tally = new TriggerTally();
    try (ExternalSort<KeyedRecord> alike = sort();
        ExternalSort<KeyedRecord> ordered = sort()) {
      Iterator<KeyedRecord> last = lastOfEach(topic, alike, ResultReader::customerAndId);
      while (last.hasNext()) {
        KeyedRecord record = last.next();
        Trigger trigger = decoded(record.value());
        tally.add(trigger);
        if (file.isPresent()) {
          ordered.add(new KeyedRecord(timeKey(trigger), record.place(), record.value()));
        }
      }
      if (file.isPresent()) {
        write(ordered.sorted(), file.get());
      }
    }
    return tally;
  }

  /**
   * Profiles, the last of each customer; none of one who was erased.
   *
   * @param file takes them by customer
   */
  ProfileTally profiles(Iterable<ConsumerRecord<byte[], byte[]>> topic, Optional<Path> file)
      throws IOException {
    try (ExternalSort<KeyedRecord> alike = sort()) {
      return written(lastOfEach(topic, alike, ResultReader::customer), file);
    }
  }

  private static ProfileTally written(Iterator<KeyedRecord> profiles, Optional<Path> file)
      throws IOException {
    ProfileTally tally = new ProfileTally();
    try (JsonLines lines = new JsonLines(file)) {
      while (profiles.hasNext()) {
        Profile profile = Profile.getDecoder().decode(profiles.next().value());
        tally.add(profile);
        lines.write(profile);
      }
    }
    return tally;
  }

  private ExternalSort<KeyedRecord> sort() {
    return new ExternalSort<>(KeyedRecord.ORDER, KeyedRecord.codec(), chunkRecords);
  }

  private Iterator<KeyedRecord> lastOfEach(
      Iterable<ConsumerRecord<byte[], byte[]>> topic,
      ExternalSort<KeyedRecord> alike,
      Identity identity)
      throws IOException {
    long place = 0;
    for (ConsumerRecord<byte[], byte[]> record : topic) {
      stop.throwIfRequested();
      alike.add(new KeyedRecord(identity.of(record), place++, record.value()));
    }
    return new LastOfEach(alike.sorted());
  }

  private static void write(Iterator<KeyedRecord> triggers, Path file) throws IOException {
    try (JsonLines lines = new JsonLines(Optional.of(file))) {
      while (triggers.hasNext()) {
        lines.write(decoded(triggers.next().value()));
      }
    }
  }

  private static Trigger decoded(byte[] trigger) throws IOException {
    return Trigger.getDecoder().decode(trigger);
  }

  /** An id is of one customer only; with the customer before it, all of one come in a row. */
  private static String customerAndId(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Trigger trigger = decoded(record.value());
    return trigger.getCustomerId() + BETWEEN + trigger.getId();
  }

  private static String customer(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /** Sorts by event time, then customer, then id. */
  private static String timeKey(Trigger trigger) {
    String time = HexFormat.of().toHexDigits(trigger.getEventTime() ^ Long.MIN_VALUE);
    return String.join(BETWEEN, time, trigger.getCustomerId(), trigger.getId());
  }

  /** Tells which records count as one. */
  private interface Identity {
    String of(ConsumerRecord<byte[], byte[]> record) throws IOException;
  }
}
