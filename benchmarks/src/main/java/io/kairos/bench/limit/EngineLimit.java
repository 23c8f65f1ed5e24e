package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.ours.OursConfig;
import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.source.Ingested;
import io.kairos.flink.source.Intake;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * L2: our own intake and engine over customers in a HashMap, without Flink. A customer's events of
 * one poll are applied together, up to the last of them; nothing waits for other partitions, so an
 * event may be found behind, and deadlines fire with the customer's next event.
 */
public final class EngineLimit {
  private final Intake intake;
  private final WireReader reader;
  private final CustomerEngine engine;
  private final CountedOutputs outputs = new CountedOutputs();
  private final Map<CustomerKey, CustomerState> customers = new HashMap<>();

  private EngineLimit(KairosConfig config) {
    this.intake = new Intake(config);
    this.intake.open(null);
    this.reader = new WireReader(config.time().latenessMillis());
    this.engine =
        new CustomerEngine(
            config.decisions().history(),
            config.decisions().shop(),
            config.output().publishEveryMillis());
  }

  public static void main(String[] args) throws Exception {
    RunOptions options = RunOptions.of(args);
    EngineLimit limit = new EngineLimit(OursConfig.of(options));
    new Reading(options).all(limit::apply);
    System.out.println(limit.outputs);
  }

  private void apply(ConsumerRecords<byte[], byte[]> records) throws UnreadableRecord {
    Map<CustomerKey, List<Event>> together = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Ingested in = intake.ingest(record);
      if (in.envelope() != null) {
        together
            .computeIfAbsent(in.envelope().key(), key -> new ArrayList<>())
            .add(event(in.envelope()));
      }
    }
    together.forEach(this::apply);
  }

  private Event event(Envelope envelope) throws UnreadableRecord {
    return reader.read(envelope.origin(), envelope.record(), envelope.arrivalMillis());
  }

  private void apply(CustomerKey key, List<Event> events) {
    events.sort(Event.ORDER);
    Event last = events.get(events.size() - 1);
    customers.compute(
        key,
        (same, state) ->
            engine.advance(
                state == null ? CustomerState.of(last.customerId()) : state,
                events,
                last.positionMillis(),
                outputs));
  }
}
