package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What a customer looks at: views by category, of which the top five are the greatest, and the last
 * viewed items. Takes views only, and alerts of nothing.
 */
final class BrowsingFunction extends KeyedProcessFunction<String, ShopEvent, Alert> {
  private static final long serialVersionUID = 1;

  private transient MapState<String, Long> categories;
  private transient ListState<String> lastItems;

  @Override
  public void open(OpenContext context) {
    categories =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("categories", Types.STRING, Types.LONG));
    lastItems =
        getRuntimeContext().getListState(new ListStateDescriptor<>("last-items", Types.STRING));
  }

  @Override
  public void processElement(ShopEvent view, Context context, Collector<Alert> alerts)
      throws Exception {
    if (view.category != null) {
      Long before = categories.get(view.category);
      categories.put(view.category, before == null ? 1 : before + 1);
    }
    if (view.item != null) {
      remember(view.item);
    }
  }

  /** The latest first, each item once. */
  private void remember(String item) throws Exception {
    List<String> items = new ArrayList<>();
    items.add(item);
    for (String older : lastItems.get()) {
      if (items.size() < Limits.LAST_ITEMS && !older.equals(item)) {
        items.add(older);
      }
    }
    lastItems.update(items);
  }
}
