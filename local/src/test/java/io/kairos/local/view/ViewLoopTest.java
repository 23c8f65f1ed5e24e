package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ViewLoopTest {
  private final CountDownLatch shown = new CountDownLatch(2);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final View view =
      new View() {
        @Override
        public void show(Snapshot snapshot) {
          shown.countDown();
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };

  @Test
  void showsAgainAndAgainUntilClosed() throws InterruptedException {
    ViewLoop loop = new ViewLoop(view, Snapshots::busy);
    loop.start();
    assertThat(shown.await(10, TimeUnit.SECONDS)).isTrue();
    loop.close();
    assertThat(closed.getCount()).isZero();
  }

  @Test
  void closesTheViewAndTellsWhenASnapshotFails() throws InterruptedException {
    ViewLoop loop =
        new ViewLoop(
            view,
            () -> {
              throw new IllegalStateException("no broker");
            });
    loop.start();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(loop::close).hasMessage("no broker");
  }

  @Test
  void tellsWhileItRunsThatItFailedAndThenCloses() throws InterruptedException {
    ViewLoop loop =
        new ViewLoop(
            view,
            () -> {
              throw new IllegalStateException("no broker");
            });
    loop.throwIfFailed();
    loop.start();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(
            () -> {
              try (loop) {
                loop.throwIfFailed();
              }
            })
        .hasMessage("no broker");
  }
}
