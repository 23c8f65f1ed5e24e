package io.kairos.local.view;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the terminal is.
 *
 * @param columns its width, at least 20
 * @param rows its height, at least 5
 */
public record TerminalSize(int columns, int rows) {
  public static final TerminalSize FALLBACK = new TerminalSize(100, 30);

  private static final Pattern STTY_SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})\\s*");
  private static final long ANSWER_WITHIN_MILLIS = 500;

  public TerminalSize {
    columns = Math.max(20, columns);
    rows = Math.max(5, rows);
  }

  /** What {@code stty size} says of the terminal, else COLUMNS and LINES, else 100 by 30. */
  public static TerminalSize detect() {
    return ofStty(sttySize()).or(() -> ofEnvironment(System.getenv())).orElse(FALLBACK);
  }

  /** Reads "rows columns"; empty for anything else and for a terminal that says 0. */
  static Optional<TerminalSize> ofStty(String answer) {
    Matcher matcher = STTY_SIZE.matcher(answer);
    return matcher.matches()
        ? of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)))
        : Optional.empty();
  }

  static Optional<TerminalSize> ofEnvironment(Map<String, String> environment) {
    String rows = environment.getOrDefault("LINES", "");
    return ofStty(rows + " " + environment.getOrDefault("COLUMNS", ""));
  }

  private static Optional<TerminalSize> of(int columns, int rows) {
    return columns > 0 && rows > 0
        ? Optional.of(new TerminalSize(columns, rows))
        : Optional.empty();
  }

  private static String sttySize() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
        stty.destroyForcibly();
        return "";
      }
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException noTerminal) {
      return "";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
