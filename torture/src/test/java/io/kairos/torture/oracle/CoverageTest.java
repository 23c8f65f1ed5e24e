package io.kairos.torture.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.OrderType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the reference cannot know it refuses. */
class CoverageTest {
  private static final int DAY = (int) Duration.ofDays(1).toSeconds();

  private final Diary diary = new Diary();

  @Test
  void aDayIsTooLong() {
    diary.at(0).view("shoes").at(DAY).view("shoes");

    isRefused();
  }

  @Test
  void aMillisecondLessIsNot() {
    diary.at(0).view("shoes").at(DAY - 0.001).view("shoes");

    assertThat(Oracle.expected(Shops.shanghai(), diary.log())).isNotEmpty();
  }

  @Test
  void nobodyLooksAtThreeHundredAndOneThingsInAMinute() {
    for (int i = 0; i < 301; i++) {
      diary.at(i * 0.1).view("shoes");
    }

    isRefused();
  }

  @Test
  void aCustomerHasOneCartAtATime() {
    diary.withCart("a").at(0).added("shoes", 60_00).withCart("b").at(1).added("socks", 5_00);

    isRefused();
  }

  @Test
  void aGiftInTheCartIsNotKnownFromAPriceThatIsMissing() {
    diary.at(0).added("shoes", 0);

    isRefused();
  }

  @Test
  void moreWaitsThanTheStateHasRoomForAreNotGuessedAt() {
    for (int i = 0; i < 17; i++) {
      diary.at(i * 0.1).order(OrderType.PLACED, "o" + i, 5_00);
    }

    isRefused();
  }

  private void isRefused() {
    assertThatThrownBy(() -> Oracle.expected(Shops.shanghai(), diary.log()))
        .isInstanceOf(NotCovered.class)
        .hasMessageStartingWith("The reference does not cover ");
  }
}
