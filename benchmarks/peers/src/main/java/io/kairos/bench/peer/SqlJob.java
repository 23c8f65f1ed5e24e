package io.kairos.bench.peer;

import io.kairos.bench.meter.Meter;
import io.kairos.bench.shop.Arguments;
import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The work in SQL, by {@code shop.sql}, with Flink's defaults. Alerts go to their topic; features
 * are computed into tables that keep nothing.
 *
 * <p>SQL has no fold: a change of the cart must tell the quantity after it, where others add up
 * changes that stop at zero as well. Rows are in the order of their time only: thirty days are
 * counted back from a payment, not by daily buckets. A cart goes on after another was filled in
 * between, and is not alerted of twice though its last line was taken out: to say these took still
 * more passes. A session counts when it is over.
 */
public final class SqlJob {
  private static final List<String> FEATURES =
      List.of("profiles", "days", "visits", "categories", "last_items", "carts");

  private SqlJob() {}

  /** Runs the job to the end of the topics; see {@link Arguments} for what it is told. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.of(args);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments));
    build(env, arguments);
    env.execute("sql");
    Meter.partDone(1);
  }

  static void build(StreamExecutionEnvironment env, Arguments arguments) throws IOException {
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    ShopTables.create(tables, new ShopSources(env, arguments).topics().each());
    StreamStatementSet inserts = tables.createStatementSet();
    inserts.add(tables.from("alerts").insertInto(topic(arguments)));
    for (String feature : FEATURES) {
      inserts.add(tables.from(feature).insertInto(nowhere()));
    }
    inserts.attachAsDataStream();
  }

  /** As JSON, by customer, at least once. */
  private static TableDescriptor topic(Arguments arguments) {
    return TableDescriptor.forConnector("kafka")
        .option("properties.bootstrap.servers", arguments.bootstrap())
        .option("topic", arguments.triggers())
        .option("key.format", "raw")
        .option("key.fields", "customerId")
        .option("value.format", "json")
        .build();
  }

  private static TableDescriptor nowhere() {
    return TableDescriptor.forConnector("blackhole").build();
  }
}
