package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Profile;
import org.junit.jupiter.api.Test;

class BlankProfileTest {

  @Test
  void holdsWhatAvrosBuilderPutsIn() {
    Profile blank = new BlankProfile().make();
    blank.setCustomerId("ann");
    blank.setAsOf(1);
    blank.setCurrency("CNY");

    assertThat(blank)
        .isEqualTo(Profile.newBuilder().setCustomerId("ann").setAsOf(1).setCurrency("CNY").build());
  }
}
