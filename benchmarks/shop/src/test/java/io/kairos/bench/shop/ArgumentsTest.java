package io.kairos.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void readsValuesAndSettingsOfTheConsumer() {
    Arguments read =
        Arguments.of("--slots", "2", "--consumer.max.poll.records=9", "--backend", "heap");

    assertThat(read.slots()).isEqualTo(2);
    assertThat(read.onDisk()).isFalse();
    assertThat(read.consumer()).containsOnly(entry("max.poll.records", "9"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("--slots", "2").group())
        .withMessage("--group is missing");
  }

  @Test
  void refusesAnOptionWithoutAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of("--slots"));
  }

  @Test
  void refusesABackendThatThereIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("--backend", "forst").onDisk());
  }
}
