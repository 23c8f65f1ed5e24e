package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends one visit of a customer: a registration, a view, a full cart and, if asked, the order. */
@Command(name = "sender", mixinStandardHelpOptions = true, showDefaultValues = true)
final class Sender implements Callable<Integer> {
  @Mixin private ClientSettings client;

  @Option(names = "--prefix", defaultValue = "kairos.", description = "Before each topic.")
  private String prefix;

  @Option(names = "--customer", defaultValue = "ann", description = "The customer's id.")
  private String customer;

  @Option(names = "--visit", defaultValue = "1", description = "Number of the visit.")
  private String visit;

  @Option(names = "--buy", description = "The customer pays for the cart.")
  private boolean buys;

  @Option(names = "--at", description = "Epoch milliseconds. Without it: now.")
  private Long at;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Sender()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Visit events = new Visit(customer, visit, at == null ? System.currentTimeMillis() : at);
    Properties settings = client.read();
    settings.put("delivery.timeout.ms", "30000");
    settings.put("request.timeout.ms", "10000");
    // By default this client retries without losing a record or changing the order.
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records(events)) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> answer : sent) {
        answer.get();
      }
    }
    System.out.println("sent the visit of " + customer);
    return 0;
  }

  private List<ProducerRecord<byte[], byte[]>> records(Visit events) throws IOException {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(record("customers", CustomerEvent.getEncoder().encode(events.registered())));
    records.add(record("clickstream", ClickstreamEvent.getEncoder().encode(events.view())));
    records.add(record("cart", CartEvent.getEncoder().encode(events.added())));
    if (buys) {
      records.add(record("orders", OrderEvent.getEncoder().encode(events.paid())));
    }
    return records;
  }

  private ProducerRecord<byte[], byte[]> record(String topic, ByteBuffer value) {
    return new ProducerRecord<>(prefix + topic, customer.getBytes(UTF_8), value.array());
  }
}
