package io.kairos.bench.peer;

import io.kairos.bench.shop.ShopEvent;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The events of a shop, each topic by itself. */
record ShopTopics(
    DataStream<ShopEvent> clicks, DataStream<ShopEvent> carts, DataStream<ShopEvent> orders) {

  List<DataStream<ShopEvent>> each() {
    return List.of(clicks, carts, orders);
  }

  DataStream<ShopEvent> all() {
    return clicks.union(carts, orders);
  }
}
