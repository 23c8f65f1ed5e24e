package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.source.SpokenTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdlenessTest {
  private final ReaderMachinery machinery = new ReaderMachinery();
  private final SpokenTime spoken = machinery.spoken();
  private long nanos = 7;
  private Idleness idleness;

  @BeforeEach
  void start() {
    idleness = new Idleness(() -> nanos, Idleness.AFTER);
  }

  @Test
  void aReaderWithoutPartitionsIsIdleOnceTheyAreHandedOut() {
    nanos += Idleness.AFTER.toNanos() - 1;
    idleness.tell(machinery.output(), false);
    assertThat(spoken.idle()).isFalse();

    nanos++;
    idleness.tell(machinery.output(), false);
    assertThat(spoken.idle()).isTrue();
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aReaderWithAPartitionOfWhichNothingIsKnownIsNeverIdle() {
    machinery.output().createOutputForSplit("orders-0");
    nanos += 100 * Idleness.AFTER.toNanos();
    idleness.tell(machinery.output(), true);
    machinery.emitPeriodically();
    assertThat(spoken.idle()).isFalse();
  }

  @Test
  void aPartitionThatIsFoundLaterEndsIt() {
    nanos += Idleness.AFTER.toNanos();
    idleness.tell(machinery.output(), false);
    machinery.output().createOutputForSplit("orders-0");
    idleness.tell(machinery.output(), true);
    machinery.emitPeriodically();
    assertThat(spoken.idle()).isFalse();
  }
}
