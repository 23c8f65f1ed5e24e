package io.kairos.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JobFailureTest {
  @Test
  void saysWhatStandsBehindFlinksOwnWords() {
    Throwable failure = failed(new IllegalStateException("no space left on device"));

    assertThat(JobFailure.of(failure))
        .hasMessage("the job failed: no space left on device")
        .hasCause(failure);
  }

  @Test
  void saysTheNameOfAnErrorThatHasOneWhateverIsBelowIt() {
    Throwable named =
        new IllegalStateException(
            "REGISTRY_UNAVAILABLE: no registry answers", new IOException("refused"));

    assertThat(JobFailure.of(failed(named)))
        .hasMessage("the job failed: REGISTRY_UNAVAILABLE: no registry answers");
  }

  @Test
  void findsTheNameBehindTheClassOfAnErrorThatCouldNotBeRead() {
    Throwable unread = new Exception("io.kairos.WaitingRoomFull: WAITING_ROOM_FULL: 9 events wait");

    assertThat(JobFailure.of(failed(unread)))
        .hasMessage("the job failed: WAITING_ROOM_FULL: 9 events wait");
  }

  @Test
  void namesTheClassOfAnErrorThatSaysNothing() {
    assertThat(JobFailure.of(failed(new NullPointerException())))
        .hasMessage("the job failed: NullPointerException");
  }

  private static Throwable failed(Throwable cause) {
    return new Exception("Job execution failed.", new Exception("Recovery is suppressed", cause));
  }
}
