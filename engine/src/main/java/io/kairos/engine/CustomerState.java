package io.kairos.engine;

import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.History;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Agenda;
import io.kairos.engine.segment.Standing;

/**
 * All that is kept of one customer: one part for each stage, bounded by construction.
 *
 * <p>As bytes: the version, then each part behind its length. A reader reads every released version
 * and skips what a later one added to a part. Parts and their fields are only ever appended.
 *
 * @param customerId the shop's id; null once erased
 * @param clock what was done up to when
 */
public record CustomerState(
    String customerId,
    Clock clock,
    Repeats repeats,
    CustomerProfile profile,
    Standing standing,
    Agenda agenda,
    History history) {
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
        History.NONE);
  }

  CustomerState with(CustomerProfile changed) {
    return new CustomerState(customerId, clock, repeats, changed, standing, agenda, history);
  }

  public byte[] toBytes() {
    return new Packer()
        .byteValue(VERSION)
        .text(customerId)
        .section(clock, Clock::pack)
        .section(repeats, Repeats.NONE, Repeats::pack)
        .section(profile, CustomerProfile::pack)
        .section(standing, Standing.NEW, Standing::pack)
        .section(agenda, Agenda.EMPTY, Agenda::pack)
        .section(history, History.NONE, History::pack)
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
        in.section(Repeats.NONE, Repeats::unpack),
        in.section(CustomerProfile::unpack),
        in.section(Standing.NEW, Standing::unpack),
        in.section(Agenda.EMPTY, Agenda::unpack),
        in.section(History.NONE, History::unpack));
  }
}
