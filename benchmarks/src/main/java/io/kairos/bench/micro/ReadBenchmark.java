package io.kairos.bench.micro;

import io.kairos.bench.contract.Work;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.Intake;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.flink.state.CustomerKey;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.List;
import org.apache.avro.message.MessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From bytes to events, ours and by the classes that Avro generates; and the intake as a whole. */
@State(Scope.Thread)
public class ReadBenchmark {
  /** More of them than a branch predictor learns by heart. */
  private static final int RECORDS = 4096;

  private final WireReader reader = Samples.reader();
  private final MessageDecoder<ClickstreamEvent> avroClicks = ClickstreamEvent.getDecoder();
  private final MessageDecoder<CartEvent> avroCarts = CartEvent.getDecoder();
  private final MessageDecoder<OrderEvent> avroOrders = OrderEvent.getDecoder();
  private List<ConsumerRecord<byte[], byte[]>> clicks;
  private List<ConsumerRecord<byte[], byte[]>> carts;
  private List<ConsumerRecord<byte[], byte[]>> orders;
  private Intake intake;
  private int turn;

  @Setup
  public void open() throws IOException {
    clicks = Samples.records(Topics.CLICKSTREAM, RECORDS);
    carts = Samples.records(Topics.CART, RECORDS);
    orders = Samples.records(Topics.ORDERS, RECORDS);
    intake = new Intake(Settings.of(Work.FULL));
    intake.open(null);
    if (intake().envelope() == null) {
      throw new IllegalStateException("the intake refuses what is measured");
    }
  }

  @Benchmark
  public Event click() throws UnreadableRecord {
    return read(Origin.CLICKSTREAM, next(clicks));
  }

  @Benchmark
  public ClickstreamEvent clickByAvro() throws IOException {
    return avroClicks.decode(next(clicks).value());
  }

  @Benchmark
  public Event cart() throws UnreadableRecord {
    return read(Origin.CART, next(carts));
  }

  @Benchmark
  public CartEvent cartByAvro() throws IOException {
    return avroCarts.decode(next(carts).value());
  }

  @Benchmark
  public Event order() throws UnreadableRecord {
    return read(Origin.ORDERS, next(orders));
  }

  @Benchmark
  public OrderEvent orderByAvro() throws IOException {
    return avroOrders.decode(next(orders).value());
  }

  /** A click's. */
  @Benchmark
  public Ingested intake() {
    return intake.ingest(next(clicks));
  }

  @Benchmark
  public CustomerKey customerKey() {
    return CustomerKey.of("bench", "u100012345");
  }

  private Event read(Origin origin, ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
    return reader.read(origin, record.value(), record.timestamp());
  }

  private <T> T next(List<T> records) {
    turn = turn + 1 < records.size() ? turn + 1 : 0;
    return records.get(turn);
  }
}
