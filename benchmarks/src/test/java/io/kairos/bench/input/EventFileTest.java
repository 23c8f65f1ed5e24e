package io.kairos.bench.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.backtest.Period;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  @Test
  void holdsTheRecordsOfAllEvents(@TempDir Path folder) throws Exception {
    InputSpec spec = new InputSpec(Form.SESSIONS, 200, 50, 1);
    EventFile file = new EventFile(folder.resolve("new").resolve("events"));
    file.write(spec);

    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    file.read(Period.ALL, arrival -> records.add(arrival.record()), null);

    assertThat(records)
        .extracting(record -> record.topic() + record.timestamp() + new String(record.key()))
        .containsExactlyElementsOf(
            spec.stream()
                .map(
                    event ->
                        event.topic().name(Topics.DEFAULT_PREFIX)
                            + event.timeMillis()
                            + event.customerId())
                .toList());
    assertThat(records.get(0).value())
        .isEqualTo(SingleObject.encode(spec.stream().findFirst().orElseThrow().record()));
  }
}
