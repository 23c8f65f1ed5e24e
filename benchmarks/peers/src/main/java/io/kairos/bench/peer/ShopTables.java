package io.kairos.bench.peer;

import io.kairos.bench.shop.ShopEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/** The table of events, and what {@code shop.sql} makes of it. */
final class ShopTables {
  private static final String SCRIPT = "shop.sql";

  private static final TypeInformation<Row> ROW =
      Types.ROW_NAMED(
          new String[] {
            "customer_id", "time", "type", "item", "category", "cart_id", "cents", "quantity"
          },
          Types.STRING,
          Types.LONG,
          Types.STRING,
          Types.STRING,
          Types.STRING,
          Types.STRING,
          Types.LONG,
          Types.INT);

  private static final Schema EVENT_TIME =
      Schema.newBuilder()
          .columnByMetadata("rowtime", "TIMESTAMP_LTZ(3)")
          .watermark("rowtime", "SOURCE_WATERMARK()")
          .build();

  private ShopTables() {}

  /**
   * Makes them known.
   *
   * @param topics are one table, {@code events}, in which the planner still reads each by itself
   */
  static void create(StreamTableEnvironment tables, List<DataStream<ShopEvent>> topics)
      throws IOException {
    tables.getConfig().set("table.local-time-zone", "UTC");
    Stream<Table> each =
        topics.stream()
            .map(topic -> topic.map(ShopTables::row).returns(ROW).name("rows"))
            .map(rows -> tables.fromDataStream(rows, EVENT_TIME));
    tables.createTemporaryView("events", each.reduce(Table::unionAll).orElseThrow());
    for (String statement : script().split(";")) {
      if (!statement.isBlank()) {
        tables.executeSql(statement);
      }
    }
  }

  private static Row row(ShopEvent event) {
    return Row.of(
        event.customerId,
        event.time,
        event.type.name(),
        event.item,
        event.category,
        event.cartId,
        event.cents,
        event.quantity);
  }

  private static String script() throws IOException {
    try (InputStream script = ShopTables.class.getResourceAsStream(SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
