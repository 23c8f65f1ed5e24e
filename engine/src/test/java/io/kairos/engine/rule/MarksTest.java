package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.EventName;
import org.junit.jupiter.api.Test;

/**
 * The marks that rules leave in state. One that changes is not found again: what holds would begin
 * once more, and what was heard of would be forgotten.
 */
class MarksTest {
  private static final Marks MARKS = Marks.of("win-back");

  @Test
  void ofARuleThatSpeaks() {
    assertThat(MARKS.live()).isEqualTo(0xc068e526);
    assertThat(MARKS.live("tea")).isEqualTo(0xae48b347);
    assertThat(MARKS.of(Status.ACTIVE, "")).isEqualTo(0xc068e526);
    assertThat(MARKS.of(Status.ACTIVE, "tea")).isEqualTo(0xae48b347);
  }

  @Test
  void ofAShadow() {
    assertThat(MARKS.shadow()).isEqualTo(0x589d0b92);
    assertThat(MARKS.of(Status.SHADOW, "")).isEqualTo(0x589d0b92);
    assertThat(MARKS.of(Status.SHADOW, "tea")).isEqualTo(0x29849ffe);
  }

  @Test
  void ofWhatARuleFollows() {
    Following following = Following.of("win-back", EventSet.of(EventName.VIEW), 1_000);

    assertThat(following.mark()).isEqualTo(0x76e6b559);
  }
}
