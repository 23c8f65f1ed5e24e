package io.kairos.bench.peer;

import io.kairos.bench.meter.Meter;
import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Arguments;
import io.kairos.bench.shop.EventType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The textbook's job: a process function for each concern, with several states and a timer. */
public final class TextbookJob {
  private TextbookJob() {}

  /** Runs the job to the end of the topics; see {@link Arguments} for what it is told. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.of(args);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments));
    build(env, arguments);
    env.execute("textbook");
    Meter.partDone(1);
  }

  static void build(StreamExecutionEnvironment env, Arguments arguments) {
    alerts(new ShopSources(env, arguments).topics()).sinkTo(AlertSink.of(arguments)).name("alerts");
  }

  /** What a concern has no use for is left out before the exchange between tasks. */
  static DataStream<Alert> alerts(ShopTopics topics) {
    DataStream<Alert> activity =
        topics
            .all()
            .keyBy(event -> event.customerId)
            .process(new ActivityFunction())
            .name("activity");
    DataStream<Alert> browsing =
        topics
            .clicks()
            .filter(event -> event.type == EventType.VIEW)
            .keyBy(event -> event.customerId)
            .process(new BrowsingFunction())
            .name("browsing");
    DataStream<Alert> cart =
        topics
            .carts()
            .union(topics.orders().filter(event -> event.type.concernsCart()))
            .keyBy(event -> event.customerId)
            .process(new CartFunction())
            .name("cart");
    DataStream<Alert> spending =
        topics
            .orders()
            .filter(event -> event.type == EventType.ORDER_PAID)
            .keyBy(event -> event.customerId)
            .process(new SpendingFunction())
            .name("spending");
    return activity.union(browsing, cart, spending);
  }
}
