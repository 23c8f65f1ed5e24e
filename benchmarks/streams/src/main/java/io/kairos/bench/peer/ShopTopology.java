package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Arguments;
import io.kairos.bench.shop.EventReader;
import io.kairos.bench.shop.ShopEvent;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Three topics by customer, alike in partitions, into one processor, and its alerts out. */
final class ShopTopology {
  private final StreamsBuilder builder = new StreamsBuilder();

  private ShopTopology() {}

  /**
   * The whole topology.
   *
   * @param processed told of each event
   */
  static Topology of(Arguments arguments, Runnable processed) {
    ShopTopology topology = new ShopTopology();
    topology
        .events(arguments.clicks(), EventReader::click)
        .merge(topology.events(arguments.carts(), EventReader::cart))
        .merge(topology.events(arguments.orders(), EventReader::order))
        .process(new Profiles(arguments.onDisk(), processed))
        .to(arguments.triggers(), Produced.with(Serdes.String(), ShopSerdes.alerts()));
    return topology.builder.build();
  }

  private KStream<String, ShopEvent> events(String topic, EventReader reader) {
    return builder.stream(
        topic,
        Consumed.with(Serdes.String(), ShopSerdes.events(reader))
            .withTimestampExtractor((event, time) -> ((ShopEvent) event.value()).time));
  }

  private record Profiles(boolean onDisk, Runnable processed)
      implements ProcessorSupplier<String, ShopEvent, String, Alert> {

    @Override
    public Processor<String, ShopEvent, String, Alert> get() {
      return new ProfileProcessor(processed);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return ProfileStores.all(onDisk);
    }
  }
}
