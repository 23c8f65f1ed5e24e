package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.source.SpokenTime;
import org.junit.jupiter.api.Test;

class IdlenessTest {
  private final ReaderMachinery machinery = new ReaderMachinery();
  private final SpokenTime spoken = machinery.spoken();
  private final Idleness idleness = new Idleness();

  @Test
  void aReaderWithoutPartitionsIsIdleOnceTheyAreHandedOut() {
    idleness.tell(machinery.output(), false);
    assertThat(spoken.idle()).isFalse();

    idleness.begin();
    idleness.tell(machinery.output(), false);
    assertThat(spoken.idle()).isTrue();
    assertThat(spoken.watermark()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aReaderWithAPartitionOfWhichNothingIsKnownIsNeverIdle() {
    machinery.output().createOutputForSplit("orders-0");
    idleness.begin();
    idleness.tell(machinery.output(), true);
    machinery.emitPeriodically();
    assertThat(spoken.idle()).isFalse();
  }

  @Test
  void aPartitionThatIsFoundLaterEndsIt() {
    idleness.begin();
    idleness.tell(machinery.output(), false);
    machinery.output().createOutputForSplit("orders-0");
    idleness.tell(machinery.output(), true);
    machinery.emitPeriodically();
    assertThat(spoken.idle()).isFalse();
  }
}
