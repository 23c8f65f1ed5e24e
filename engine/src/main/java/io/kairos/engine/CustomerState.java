package io.kairos.engine;

import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.History;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Reading;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Agenda;
import io.kairos.engine.segment.Standing;

/**
 * All that is kept of one customer: one part for each stage, bounded by construction.
 *
 * <p>As bytes: the version, then each part behind its length. A reader reads every released version
 * and skips what a later one added to a part. Parts are only ever appended, and so are the fields
 * of a part that has a length of its own; any other change takes a new version.
 *
 * @param customerId the shop's id; null once erased
 * @param clock what was done up to when
 * @param reading the bytes from which it, or an earlier state of the customer, was read
 */
public record CustomerState(
    String customerId,
    Clock clock,
    Repeats repeats,
    CustomerProfile profile,
    Standing standing,
    Agenda agenda,
    History history,
    Reading reading) {
  /** The version that is written. */
  public static final int VERSION = 1;

  /** Most bytes that a customer takes. */
  public static final int MOST_BYTES = 4096;

  /** The state of a customer of whom nothing is known yet. */
  public static CustomerState of(String customerId) {
    return new CustomerState(
        customerId,
        Clock.NEW,
        Repeats.NONE,
        CustomerProfile.NEW,
        Standing.NEW,
        Agenda.EMPTY,
        History.NONE,
        Reading.NONE);
  }

  CustomerState with(CustomerProfile changed) {
    return new CustomerState(
        customerId, clock, repeats, changed, standing, agenda, history, reading);
  }

  /** The same without the bytes that it was read from, which it would keep in memory. */
  public CustomerState alone() {
    return reading == Reading.NONE
        ? this
        : new CustomerState(
            customerId, clock, repeats, profile, standing, agenda, history, Reading.NONE);
  }

  public byte[] toBytes() {
    return new Packer(reading)
        .byteValue(VERSION)
        .text(customerId)
        .section(clock, Clock::pack)
        .part(repeats, Repeats.NONE, Repeats::pack)
        .part(profile, CustomerProfile::pack)
        .part(standing, Standing.NEW, Standing::pack)
        .part(agenda, Agenda.EMPTY, Agenda::pack)
        .part(history, History.NONE, History::pack)
        .toBytes();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalStateException if the bytes were written by a release later than this one
   */
  public static CustomerState fromBytes(byte[] bytes) {
    Unpacker in = new Unpacker(bytes);
    int version = in.byteValue();
    if (version != VERSION) {
      throw new IllegalStateException(
          "Customer state of version " + version + "; this release reads up to " + VERSION);
    }
    return new CustomerState(
        in.text(),
        in.section(Clock::unpack),
        in.part(Repeats.NONE, Repeats::unpack),
        in.part(CustomerProfile::unpack),
        in.part(Standing.NEW, Standing::unpack),
        in.part(Agenda.EMPTY, Agenda::unpack),
        in.part(History.NONE, History::unpack),
        in.reading());
  }
}
