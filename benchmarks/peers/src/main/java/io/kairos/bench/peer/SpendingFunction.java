package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
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
 * What a customer pays: orders and money, lifetime and by day. Alerts when the last {@link
 * Limits#DAYS} days reach {@link Limits#VIP_CENTS}, and again only after they were below. Takes
 * paid orders only.
 */
final class SpendingFunction extends KeyedProcessFunction<String, ShopEvent, Alert> {
  private static final long serialVersionUID = 1;

  private transient ValueState<Spending> spending;
  private transient MapState<Integer, Long> days;

  @Override
  public void open(OpenContext context) {
    spending = getRuntimeContext().getState(new ValueStateDescriptor<>("spending", Spending.class));
    days = getRuntimeContext().getMapState(new MapStateDescriptor<>("days", Types.INT, Types.LONG));
  }

  @Override
  public void processElement(ShopEvent paid, Context context, Collector<Alert> alerts)
      throws Exception {
    Spending spent = Objects.requireNonNullElseGet(spending.value(), Spending::new);
    spent.orders++;
    spent.cents += paid.cents;
    int today = Limits.dayOf(paid.time);
    long before = ofLastDays(today);
    long now = before + paid.cents;
    add(today, paid.cents);
    boolean was = spent.vip && before >= Limits.VIP_CENTS;
    spent.vip = now >= Limits.VIP_CENTS;
    if (spent.vip && !was) {
      alerts.collect(new Alert(context.getCurrentKey(), Alert.Rule.VIP, paid.time, now));
    }
    spending.update(spent);
  }

  /** Forgets the days before them. */
  private long ofLastDays(int today) throws Exception {
    long cents = 0;
    Iterator<Map.Entry<Integer, Long>> kept = days.iterator();
    while (kept.hasNext()) {
      Map.Entry<Integer, Long> day = kept.next();
      if (Limits.isOver(day.getKey(), today)) {
        kept.remove();
      } else {
        cents += day.getValue();
      }
    }
    return cents;
  }

  private void add(int day, long cents) throws Exception {
    Long before = days.get(day);
    days.put(day, before == null ? cents : before + cents);
  }
}
