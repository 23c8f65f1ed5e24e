package io.kairos.torture.campaign;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Schedule;
import io.kairos.torture.fault.Strike;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  private static final Strike STRIKE = Schedule.each(1, List.of(FaultKind.UPGRADE)).get(0);

  @TempDir private Path folder;

  @Test
  void isEnoughForNoFault() {
    assertThatCode(() -> FreeSpace.require(plan(0), folder)).doesNotThrowAnyException();
  }

  @Test
  void isToldWhereItIsTooLittle() {
    assertThatThrownBy(() -> FreeSpace.require(plan(Integer.MAX_VALUE), folder))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("2147483647 faults")
        .hasMessageContaining(folder.toString());
  }

  private static CampaignPlan plan(int strikes) {
    FaultPlan faults =
        new FaultPlan(
            Collections.nCopies(strikes, STRIKE), List.of(), Map.of(), Duration.ofMinutes(1));
    return new CampaignPlan(3, 1, faults, Guarantee.AT_LEAST_ONCE, Map.of());
  }
}
