package io.kairos.local.view;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;

/** A line for each trigger, and a status line every 5 s of wall time. For logs and scripts. */
public final class PlainView implements View {
  private static final Duration STATUS_EVERY = Duration.ofSeconds(5);

  private final PrintStream out;
  private final EventTimes times;
  private long lastNumber;
  private Duration nextStatus = Duration.ZERO;

  /**
   * Writes to a stream.
   *
   * @param zone zone of all times shown
   */
  public PlainView(PrintStream out, ZoneId zone) {
    this.out = out;
    this.times = new EventTimes(zone);
  }

  @Override
  public void show(Snapshot snapshot) {
    snapshot.triggers().latest().stream()
        .filter(trigger -> trigger.number() > lastNumber)
        .sorted(Comparator.comparingLong(FiredTrigger::number))
        .forEach(this::print);
    if (snapshot.head().elapsed().compareTo(nextStatus) >= 0) {
      out.println(status(snapshot));
      nextStatus = snapshot.head().elapsed().plus(STATUS_EVERY);
    }
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }

  private void print(FiredTrigger trigger) {
    if (trigger.number() > lastNumber + 1) {
      out.println("trigger  and %d more".formatted(trigger.number() - lastNumber - 1));
    }
    lastNumber = trigger.number();
    FiredTrigger.What what = trigger.what();
    Line line =
        Line.of(
            "trigger  %s  %s %s  %s  %s"
                .formatted(
                    times.full(trigger.eventMillis()),
                    what.rule(),
                    what.cancel() ? "taken back" : what.channel(),
                    trigger.customerId(),
                    trigger.reason()));
    out.println(line.text());
  }

  private String status(Snapshot snapshot) {
    JobHealth job = snapshot.job();
    return "status   %s  %s, %s events/s, lag %s, %s customers, %s triggers"
        .formatted(
            times.full(snapshot.head().eventMillis()),
            job.status(),
            Figures.rate(job.eventsPerSecond()),
            Figures.count(job.lag().records()),
            Figures.count(snapshot.customers().customers()),
            Figures.count(snapshot.triggers().total()));
  }
}
