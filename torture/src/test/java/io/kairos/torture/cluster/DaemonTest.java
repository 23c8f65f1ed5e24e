package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DaemonTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final List<String> WAITING = List.of("/bin/sh", "-c", "echo here; exec cat");

  @TempDir private Path folder;
  private Daemon daemon;

  @BeforeEach
  void start() throws IOException {
    daemon = new Daemon("waiting", folder);
    daemon.start(WAITING);
  }

  @AfterEach
  void kill() {
    daemon.kill();
  }

  @Test
  void isGoneWhenItWasKilled() throws Exception {
    daemon.awaitText("here", SECONDS);
    daemon.kill();
    assertThat(daemon.isAlive()).isFalse();
    assertThat(ProcessHandle.of(daemon.pid())).isEmpty();
  }

  @Test
  void writesALogForEachStart() throws Exception {
    daemon.awaitText("here", SECONDS);
    daemon.kill();
    daemon.start(WAITING);
    daemon.awaitText("here", SECONDS);
    assertThat(folder.resolve("waiting-1.log")).exists();
    assertThat(daemon.log()).isEqualTo(folder.resolve("waiting-2.log"));
  }

  @Test
  void saysWhereTheLogIsOfAProcessThatEndedEarly() throws Exception {
    daemon.kill();
    daemon.start(List.of("/bin/true"));
    assertThatThrownBy(() -> daemon.awaitText("here", SECONDS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(daemon.log().toString());
  }

  @Test
  void standsStillWhileItIsPaused() throws Exception {
    Thread pause = new Thread(this::pause);
    pause.start();
    while (!state().equals("T")) {
      Thread.onSpinWait();
    }
    pause.join();
    assertThat(state()).isIn("S", "R");
  }

  @Test
  void isNotStruckWhenItIsGone() {
    daemon.kill();
    assertThatThrownBy(() -> daemon.pause(Duration.ZERO)).hasMessageContaining("not alive");
    assertThatThrownBy(() -> daemon.crash()).hasMessageContaining("not alive");
    assertThatThrownBy(() -> daemon.stop()).hasMessageContaining("not alive");
  }

  @Test
  void saysSoIfItDidNotOutliveAPause() throws Exception {
    Thread killer = new Thread(this::killWhenStopped);
    killer.start();
    assertThatThrownBy(() -> daemon.pause(SECONDS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(daemon.log().toString());
    killer.join();
  }

  @Test
  void knowsADeathThatNobodyAskedFor() throws Exception {
    daemon.kill();
    assertThat(daemon.diedUnasked()).isFalse();
    daemon.start(List.of("/bin/sh", "-c", "exit 3"));
    while (daemon.isAlive()) {
      Thread.onSpinWait();
    }
    assertThat(daemon.diedUnasked()).isTrue();
    assertThat(Death.of(daemon).toString()).contains("waiting", "exit code 3", "waiting-2.log");
  }

  @Test
  void isNotDeadOnceItWasStartedAgain() throws Exception {
    daemon.crash();
    daemon.start(WAITING);
    assertThat(daemon.diedUnasked()).isFalse();
  }

  private void killWhenStopped() {
    try {
      while (!state().equals("T")) {
        Thread.onSpinWait();
      }
      daemon.kill();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void pause() {
    try {
      daemon.pause(SECONDS);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the kernel has it: T for stopped. */
  private String state() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(daemon.pid()), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[0];
  }
}
