package io.kairos.bench.run;

import io.kairos.bench.input.InputSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says on the terminal what runs, how far it is, and how long the rest may take. Without a terminal
 * it says only what has ended.
 */
public final class Progress {
  private static final String REWRITE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal = System.console() != null;
  private final long startedNanos = System.nanoTime();
  private final Map<Contender, Duration> took = new EnumMap<>(Contender.class);
  private List<Turn> open = new ArrayList<>();

  public Progress(PrintWriter out) {
    this.out = out;
  }

  void plan(List<Turn> turns) {
    open = new ArrayList<>(turns);
    say("%d runs to do".formatted(turns.size()));
  }

  void input(InputSpec input) {
    say(
        String.format(
            Locale.ROOT,
            "Input: %,d events of %,d customers, %s",
            input.events(),
            input.customers(),
            input.kind()));
  }

  void written(InputSpec input, long written) {
    show("writing the input, once: %s".formatted(percent(written, input)));
  }

  void begin(Turn turn) {
    show(name(turn));
  }

  void read(Turn turn, long read) {
    show("%s  %s".formatted(name(turn), percent(read, turn.input())));
  }

  void end(Result result, Duration duration) {
    Turn turn = result.turn();
    open.remove(turn);
    took.merge(turn.contender(), duration, (before, now) -> now);
    Figures figures = result.figures();
    say(
        name(turn)
            + (figures == null
                ? "  failed: " + result.failure()
                : String.format(
                    Locale.ROOT,
                    "  %.2f CPU s per million, %,.0f events/s, %,d triggers",
                    figures.cpuSecondsPerMillion(),
                    figures.eventsPerSecond(),
                    figures.triggers())));
  }

  private String name(Turn turn) {
    return "round %d  %-10s %d slot%s"
        .formatted(turn.round(), turn.contender().id(), turn.slots(), turn.slots() == 1 ? "" : "s");
  }

  private static String percent(long events, InputSpec input) {
    return "%d %%".formatted(100 * events / input.all());
  }

  private void show(String what) {
    if (terminal) {
      out.print(REWRITE + what + "  " + times());
      out.flush();
    }
  }

  private void say(String line) {
    out.println((terminal ? REWRITE : "") + line);
    out.flush();
  }

  private String times() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
    String text = "%d:%02d elapsed".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
    return took.isEmpty() ? text : text + ", about %d min to go".formatted(1 + rest().toMinutes());
  }

  /** Each turn like the last one of its contender, or like the mean of what has run. */
  private Duration rest() {
    Duration all = took.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration mean = all.dividedBy(took.size());
    return open.stream()
        .map(turn -> took.getOrDefault(turn.contender(), mean))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
