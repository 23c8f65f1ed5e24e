package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.Wire;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event that waited across a restart under another bound stands where it stood. */
class WaitedEventsTest {
  private static final long TIME = 1_800_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // delay, bound as it came, bound as it is taken
    "5000, 10000, 2000",
    "5000, 2000, 10000",
    "0, 2000, 0",
    "-500, 0, 2000",
    "2000, 2000, 0",
  })
  void itKeepsItsPlace(long delayMillis, long boundMillis, long laterBoundMillis) throws Exception {
    long arrival = TIME + delayMillis;
    byte[] record = Wire.added("ann", "tea", 5_000, TIME);
    Event came = new WireReader(boundMillis).read(Origin.CART, record, arrival);
    Envelope waited =
        new Envelope(new CustomerKey(1, 2), Origin.CART, came.positionMillis(), arrival, record);

    Event taken = new WireReader(laterBoundMillis).again(waited);

    assertThat(taken.positionMillis()).isEqualTo(came.positionMillis());
    assertThat(taken.late()).isEqualTo(came.late());
    assertThat(taken.timeMillis()).isEqualTo(TIME);
  }
}
