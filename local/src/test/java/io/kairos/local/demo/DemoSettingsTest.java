package io.kairos.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.CommandError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
  @Test
  void aSpeedThatNobodyCanFollowIsRefused() {
    assertThat(settings(10_000, null).speed()).isEqualTo(10_000);
    assertThatThrownBy(() -> settings(10_001, null))
        .isInstanceOf(CommandError.class)
        .hasMessage("--speed must be at most 10000 in a demo of 12 h 0 min, but is 10001");
    assertThatThrownBy(() -> settings(10_001, Duration.ofSeconds(1)))
        .isInstanceOf(CommandError.class);
  }

  @Test
  void aLongDemoMustNotBeginBeforeAllTimes() {
    Duration twentyDays = Duration.ofDays(20);

    assertThat(settings(730, twentyDays).speed()).isEqualTo(730);
    assertThatThrownBy(() -> settings(731, twentyDays))
        .isInstanceOf(CommandError.class)
        .hasMessage("--speed must be at most 730 in a demo of 20 d 0 h, but is 731");
  }

  @Test
  void inRealTimeItMayLastAsLongAsItWill() {
    assertThat(settings(1, Duration.ofDays(100_000)).speed()).isEqualTo(1);
  }

  private static DemoSettings settings(int speed, Duration duration) {
    return new DemoSettings(
        speed, Optional.ofNullable(duration), DemoSettings.Screen.PLAIN, 1, Optional.empty());
  }
}
