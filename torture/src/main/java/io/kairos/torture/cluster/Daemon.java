package io.kairos.torture.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A process that can be killed, paused and started again. Each start writes a log of its own,
 * {@code NAME-START.log}. Not for use by several threads, but for {@link #kill()}.
 */
public final class Daemon {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final String name;
  private final Path folder;
  private int starts;
  private volatile Process process;
  private volatile boolean asked;

  /**
   * A process that is not started yet.
   *
   * @param folder takes its logs; exists
   */
  Daemon(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** Starts it by a command; what it prints goes to the log. */
  void start(List<String> command) throws IOException {
    starts++;
    asked = false;
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().toFile()))
            .start();
  }

  /** Ends it without a word (SIGKILL), and returns when it is gone. Does nothing if it is. */
  public void kill() {
    Process running = process;
    if (running != null) {
      asked = true;
      running.destroyForcibly();
      running.onExit().join();
    }
  }

  /**
   * Ends it without a word (SIGKILL) while it lives, and returns when it is gone.
   *
   * @throws IOException if it was gone before
   */
  public void crash() throws IOException {
    requireAlive();
    kill();
  }

  /**
   * Asks it to end (SIGTERM), and returns when it is gone; kills it if that takes too long.
   *
   * @throws IOException if it was gone before
   */
  public void stop() throws IOException, InterruptedException {
    requireAlive();
    Process running = process;
    asked = true;
    running.destroy();
    if (!running.waitFor(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /**
   * Stops it (SIGSTOP) for a while, then lets it go on (SIGCONT), and returns then. The signals
   * come from a process of its own, so that nothing stays stopped if the campaign ends meanwhile.
   *
   * @throws IOException if it was gone before, or is afterwards
   */
  public void pause(Duration length) throws IOException, InterruptedException {
    requireAlive();
    String seconds = String.format(Locale.ROOT, "%.1f", length.toMillis() / 1000.0);
    String script = "kill -STOP %1$d && sleep %2$s; kill -CONT %1$d".formatted(pid(), seconds);
    int exitCode = new ProcessBuilder("/bin/sh", "-c", script).start().waitFor();
    if (exitCode != 0) {
      throw new IOException("%s did not stand still and go on: see %s".formatted(name, log()));
    }
  }

  private void requireAlive() throws IOException {
    if (!isAlive()) {
      throw new IOException("%s was not alive to be struck: see %s".formatted(name, log()));
    }
  }

  /** Whether it ended though neither {@link #kill()} nor {@link #stop()} asked it to. */
  boolean diedUnasked() {
    return process != null && !isAlive() && !asked;
  }

  /** Of a process that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Whether it runs, paused or not. */
  public boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** Of the last start. */
  long pid() {
    return process.pid();
  }

  /** Of the last start. */
  public Path log() {
    return folder.resolve(name + "-" + starts + ".log");
  }

  /** As in the names of its logs. */
  String name() {
    return name;
  }

  /**
   * Waits until the log of the last start holds a text.
   *
   * @throws IOException if the process ended before, or the time passed; names the log
   */
  void awaitText(String text, Duration atMost) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (!said(text)) {
      if (!isAlive() || System.nanoTime() > giveUp) {
        String why = isAlive() ? "did not say" : "ended before it said";
        throw new IOException("%s %s \"%s\": see %s".formatted(name, why, text, log()));
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
  }

  private boolean said(String text) throws IOException {
    return Files.exists(log()) && Files.readString(log()).contains(text);
  }
}
