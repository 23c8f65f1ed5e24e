package io.kairos.bench.peer;

import io.kairos.bench.shop.ShopEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

/** A view of {@code shop.sql} as it stands when a story has been told. */
record View(String name, Path state) {
  private static final int MOST_CHANGES = 99;

  List<Row> after(ShopEvent... story) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(Story.arguments(state)));
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    ShopTables.create(tables, List.of(Story.events(env, story)));
    List<Row> rows = new ArrayList<>();
    for (Row change : tables.toChangelogStream(tables.from(name)).executeAndCollect(MOST_CHANGES)) {
      apply(change, rows);
    }
    return rows;
  }

  private static void apply(Row change, List<Row> rows) {
    boolean there = change.getKind() == RowKind.INSERT || change.getKind() == RowKind.UPDATE_AFTER;
    change.setKind(RowKind.INSERT);
    if (there) {
      rows.add(change);
    } else {
      rows.remove(change);
    }
  }
}
