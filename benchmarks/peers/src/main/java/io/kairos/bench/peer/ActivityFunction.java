package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What a customer does: events by type, lifetime and by day, sessions, and when the customer was
 * last seen. Alerts once a silence has lasted {@link Limits#DORMANT_MILLIS}.
 */
final class ActivityFunction extends KeyedProcessFunction<String, ShopEvent, Alert> {
  private static final long serialVersionUID = 1;

  private transient ValueState<Visits> visits;
  private transient MapState<EventType, Long> counts;
  private transient MapState<Integer, Map<EventType, Long>> days;

  @Override
  public void open(OpenContext context) {
    visits = getRuntimeContext().getState(new ValueStateDescriptor<>("visits", Visits.class));
    counts =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("counts", Types.ENUM(EventType.class), Types.LONG));
    days =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "days", Types.INT, Types.MAP(Types.ENUM(EventType.class), Types.LONG)));
  }

  @Override
  public void processElement(ShopEvent event, Context context, Collector<Alert> alerts)
      throws Exception {
    count(event);
    if (event.type.isActivity()) {
      Visits seen = Objects.requireNonNullElseGet(visits.value(), Visits::new);
      // In a catch-up, the next event may be read before the watermark has come to the deadline.
      if (seen.isOverdue(event.time - 1)) {
        alert(seen, context, alerts);
      }
      seen.see(event.time);
      visits.update(seen);
      context.timerService().registerEventTimeTimer(event.time + Limits.DORMANT_MILLIS);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> alerts) throws Exception {
    Visits seen = visits.value();
    if (seen.isOverdue(time)) {
      alert(seen, context, alerts);
      visits.update(seen);
    }
  }

  private static void alert(Visits seen, Context context, Collector<Alert> alerts) {
    long deadline = seen.lastSeen + Limits.DORMANT_MILLIS;
    seen.dormant = true;
    alerts.collect(new Alert(context.getCurrentKey(), Alert.Rule.DORMANT, deadline, 0));
  }

  private void count(ShopEvent event) throws Exception {
    Long before = counts.get(event.type);
    counts.put(event.type, before == null ? 1 : before + 1);
    int day = Limits.dayOf(event.time);
    Map<EventType, Long> ofDay = days.get(day);
    if (ofDay == null) {
      ofDay = new HashMap<>();
      forgetBefore(day);
    }
    ofDay.merge(event.type, 1L, Long::sum);
    days.put(day, ofDay);
  }

  private void forgetBefore(int today) throws Exception {
    Iterator<Integer> kept = days.keys().iterator();
    while (kept.hasNext()) {
      if (Limits.isOver(kept.next(), today)) {
        kept.remove();
      }
    }
  }
}
