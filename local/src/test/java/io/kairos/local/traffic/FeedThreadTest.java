package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeedThreadTest {
  @Test
  void throwsWhatEndedTheFeedAsItIs() {
    FeedException failure = new FeedException("cannot write", null);
    FeedThread thread =
        FeedThread.start(
            () -> {
              throw failure;
            },
            Runnable::run);

    assertThatThrownBy(thread::throwIfFailed).isSameAs(failure);
  }

  @Test
  void throwsNothingWhereTheFeedGoesOnOrHasEndedWell() {
    assertThatCode(FeedThread.start(() -> {}, task -> {})::throwIfFailed)
        .doesNotThrowAnyException();
    assertThatCode(FeedThread.start(() -> {}, Runnable::run)::throwIfFailed)
        .doesNotThrowAnyException();
  }
}
