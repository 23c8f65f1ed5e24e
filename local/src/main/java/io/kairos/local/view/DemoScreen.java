package io.kairos.local.view;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A screen that redraws itself in place. It takes the terminal's second screen, hides the cursor,
 * stops the wrapping of long lines, and gives all back at the end, also when the process is stopped
 * by a signal.
 */
public final class DemoScreen implements View {
  private static final String ENTER = "\033[?1049h\033[?25l\033[?7l\033[2J";
  private static final String LEAVE = "\033[?7h\033[?25h\033[?1049l";
  private static final String HOME = "\033[H";
  private static final String CLEAR_TO_LINE_END = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";
  private static final int FRAMES_PER_SIZE_CHECK = 2;

  private final PrintStream out;
  private final ScreenLayout layout;
  private final Ink ink;
  private final Thread restore = new Thread(this::leave, "restore-terminal");
  private TerminalSize size = TerminalSize.detect();
  private int frames;
  private boolean left;

  /**
   * Takes over the terminal. Colours and weights are left out where NO_COLOR is set.
   *
   * @param out the terminal
   * @param zone zone of all times shown
   */
  public DemoScreen(PrintStream out, ZoneId zone) {
    this.out = out;
    this.layout = new ScreenLayout(zone);
    this.ink = Ink.of(System.getenv("NO_COLOR"));
    Runtime.getRuntime().addShutdownHook(restore);
    write(ENTER);
  }

  /** Whether standard input and output are a terminal that can place its cursor. */
  public static boolean isPossible() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public synchronized void show(Snapshot snapshot) {
    if (left) {
      return;
    }
    if (frames++ % FRAMES_PER_SIZE_CHECK == 0) {
      size = TerminalSize.detect();
    }
    write(frame(layout.render(snapshot, size), ink));
  }

  /** One string a frame, written at once and over the last one, so that nothing flickers. */
  static String frame(List<Line> lines, Ink ink) {
    return lines.stream()
        .map(line -> ink.paint(line) + CLEAR_TO_LINE_END)
        .collect(Collectors.joining("\r\n", HOME, CLEAR_BELOW));
  }

  @Override
  public void close() {
    leave();
    try {
      Runtime.getRuntime().removeShutdownHook(restore);
    } catch (IllegalStateException stopping) {
      // The process is ending: the hook runs by itself and finds the terminal restored.
      return;
    }
  }

  private synchronized void leave() {
    if (!left) {
      left = true;
      write(LEAVE);
    }
  }

  /** In UTF-8 whatever the locale says: without it the lines would be question marks. */
  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
