package io.kairos.torture.campaign;

import io.kairos.torture.fault.Strike;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What came of a campaign's strikes, one after the other.
 *
 * @param recoveries one for each strike that the job came back from, in order
 * @param endedEarly the strike that ended the series and why; empty if none did
 */
public record Series(List<Recovery> recoveries, Optional<String> endedEarly) {

  /** Lets a fault happen and waits until the job has come back. */
  interface Blow {
    Recovery strike(Strike strike) throws IOException, InterruptedException;
  }

  /**
   * Strikes until all is struck, the time is over, or a strike fails.
   *
   * @param timeLeft whether another fault may begin
   */
  static Series of(List<Strike> strikes, BooleanSupplier timeLeft, Blow blow)
      throws InterruptedException {
    List<Recovery> recoveries = new ArrayList<>();
    for (Strike strike : strikes) {
      Thread.sleep(strike.quiet().toMillis());
      if (!timeLeft.getAsBoolean()) {
        break;
      }
      try {
        recoveries.add(blow.strike(strike));
      } catch (IOException | RuntimeException failed) {
        return new Series(recoveries, Optional.of(strike.text() + ": " + Trouble.of(failed)));
      }
    }
    return new Series(recoveries, Optional.empty());
  }

  /** The same, ended by something; if it was ended already, by what ended it first. */
  Series endedBy(String what) {
    return endedEarly.isPresent() ? this : new Series(recoveries, Optional.of(what));
  }
}
