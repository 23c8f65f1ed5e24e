package io.kairos.torture.check;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Notes each record of the topic of triggers, and looks at it as a receiver does: at key, headers
 * and order, not at the payload. Those of a partition are to come in their order. It takes about
 * 250 bytes of the heap for a trigger, and nothing for a repeat.
 */
final class Ledger {
  /** What the local clock may be behind that of the job, which runs on the same machine. */
  private static final long CLOCK_MILLIS = 1_000;

  private final InstantSource clock;
  private final Map<String, Sighting> sightings = new HashMap<>();
  private final Map<String, Trail> trails = new HashMap<>();
  private long latestMillis = Long.MIN_VALUE;
  private long records;

  /**
   * What a customer was sent so far.
   *
   * @param latestMillis the latest event time, epoch milliseconds
   */
  private record Trail(int partition, long latestMillis) {
    Trail with(long eventTimeMillis) {
      return new Trail(partition, Math.max(latestMillis, eventTimeMillis));
    }
  }

  /**
   * An empty one.
   *
   * @param clock no trigger is released in event time after it
   */
  Ledger(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes a record.
   *
   * @return what is wrong with it, in sentences
   * @throws IOException if it is no trigger
   */
  List<String> note(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Trigger trigger = Trigger.getDecoder().decode(record.value());
    Place place = new Place(record.partition(), record.offset());
    Sha256 payload = Sha256.of(record.value());
    Sighting before = sightings.get(trigger.getId());
    Flaw flaw = flaw(trigger, record, before == null);
    records++;
    if (before == null) {
      Sighting first = Sighting.first(trigger, place, payload, flaw);
      enter(first);
      return findings(first, place, flaw, false);
    }
    Sighting after = before.again(payload, flaw);
    sightings.put(after.id(), after);
    return findings(after, place, flaw, !payload.equals(before.payload()));
  }

  private void enter(Sighting first) {
    sightings.put(first.id(), first);
    Sighting.About about = first.about();
    trails.compute(
        about.customerId(),
        (customer, trail) ->
            trail == null
                ? new Trail(first.place().partition(), about.eventTimeMillis())
                : trail.with(about.eventTimeMillis()));
    if (first.tally().flaw() != Flaw.AHEAD) {
      latestMillis = Math.max(latestMillis, first.about().eventTimeMillis());
    }
  }

  /** The first flaw of a record; null for none. */
  private Flaw flaw(Trigger trigger, ConsumerRecord<byte[], byte[]> record, boolean isFirst) {
    if (trigger.getEventTime() > clock.millis() + CLOCK_MILLIS) {
      return Flaw.AHEAD;
    } else if (!trigger.getCustomerId().equals(key(record))) {
      return Flaw.KEY;
    } else if (!Header.allSay(trigger, record.headers())) {
      return Flaw.HEADERS;
    }
    Trail trail = trails.get(trigger.getCustomerId());
    if (trail != null && trail.partition() != record.partition()) {
      return Flaw.PARTITION;
    } else if (isFirst && cancelsNothing(trigger, record.partition())) {
      return Flaw.NOTHING_TO_CANCEL;
    } else if (isFirst && trail != null && trigger.getEventTime() < trail.latestMillis()) {
      return Flaw.ORDER;
    }
    return null;
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
  }

  private boolean cancelsNothing(Trigger trigger, int partition) {
    if (trigger.getKind() != TriggerKind.CANCEL) {
      return false;
    }
    Sighting message = sightings.get(trigger.getCancels());
    return message == null || message.place().partition() != partition;
  }

  private static List<String> findings(
      Sighting sighting, Place place, Flaw flaw, boolean contradicts) {
    String name = "trigger %s of %s at %s".formatted(sighting.id(), sighting.about().rule(), place);
    List<String> findings = new ArrayList<>();
    if (flaw != null) {
      findings.add("%s must have %s".formatted(name, flaw.demand()));
    }
    if (contradicts) {
      findings.add("%s differs from its first at %s".formatted(name, sighting.place()));
    }
    return findings;
  }

  /** Whether a trigger was released after an instant of event time. */
  boolean isAfter(long eventTimeMillis) {
    return latestMillis > eventTimeMillis;
  }

  /** Whether each of these customers has got something. */
  boolean hasAll(Collection<String> customers) {
    return trails.keySet().containsAll(customers);
  }

  /** What went out so far, each id once. */
  Map<String, Sighting> sightings() {
    return Map.copyOf(sightings);
  }

  /** How many records went out so far, repeats among them. */
  long records() {
    return records;
  }
}
