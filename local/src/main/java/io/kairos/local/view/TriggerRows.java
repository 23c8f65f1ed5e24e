package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Triggers as rows of a table, the reason wrapped under itself.
 *
 * @param times how event times are written
 * @param nowMillis event time now, epoch milliseconds
 * @param ruleWidth columns of the rule's name
 * @param customerWidth columns of the customer's id
 */
record TriggerRows(EventTimes times, long nowMillis, int ruleWidth, int customerWidth) {
  private static final int MOST_RULE_COLUMNS = 18;
  private static final int MOST_CUSTOMER_COLUMNS = 12;
  private static final int CHANNEL_COLUMNS = 5;
  private static final int LEAST_REASON_COLUMNS = 20;
  private static final int MOST_ROWS = 3;

  static TriggerRows of(List<FiredTrigger> triggers, EventTimes times, long nowMillis) {
    return new TriggerRows(
        times,
        nowMillis,
        widest(triggers, MOST_RULE_COLUMNS, trigger -> Columns.width(trigger.what().rule())),
        widest(triggers, MOST_CUSTOMER_COLUMNS, trigger -> Columns.width(trigger.customerId())));
  }

  List<Line> lines(FiredTrigger trigger, int width) {
    Line start = start(trigger);
    int room = Math.max(LEAST_REASON_COLUMNS, width - start.width());
    List<String> reason = Wrapped.rows(trigger.reason(), room, MOST_ROWS);
    List<Line> lines = new ArrayList<>();
    lines.add(start.with(reason.get(0)).cut(width));
    reason.stream()
        .skip(1)
        .map(row -> Line.of(" ".repeat(start.width())).with(row).cut(width))
        .forEach(lines::add);
    return lines;
  }

  private Line start(FiredTrigger trigger) {
    FiredTrigger.What what = trigger.what();
    return Line.of(times.brief(trigger.eventMillis(), nowMillis) + "  ", Style.DIM)
        .with(column(what.rule(), ruleWidth, what.cancel() ? Style.DIM : Style.ACCENT))
        .with(column(what.channel(), CHANNEL_COLUMNS, Style.PLAIN))
        .with(column(trigger.customerId(), customerWidth, Style.PLAIN));
  }

  private static Line column(String text, int width, Style style) {
    return Line.of(text, style).fit(width).with("  ");
  }

  private static int widest(
      List<FiredTrigger> triggers, int most, ToIntFunction<FiredTrigger> width) {
    return Math.min(most, triggers.stream().mapToInt(width).max().orElse(0));
  }
}
