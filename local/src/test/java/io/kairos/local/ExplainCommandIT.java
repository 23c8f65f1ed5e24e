package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.Decision;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(SharedStack.class)
final class ExplainCommandIT {
  private static final String PREFIX = "explain-it.";
  private static final long START = Instant.parse("2024-05-01T10:00:00Z").toEpochMilli();
  private static final String SOONER =
      """
      {id: cart-abandon, event: cart.added, per: cart, after: 30m,
       send: {channel: push, template: sooner}}
      """;
  private static final Pattern ID = Pattern.compile("id ([0-9a-f]{32})");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsWhatTheTopicsHold(LocalStack shared) throws Exception {
    try (LocalStack stack = shared.another(PREFIX, 3, TopicTime.REPLAY)) {
      String brokers = stack.kafka().bootstrapServers();
      try (Producer<byte[], byte[]> producer = producer(brokers)) {
        cart(producer, "ann", "lamp", START);
        cart(producer, "bob", "lamp", START + 7_200_000);

        String id = tellsACustomer(brokers);
        saysThatItExpired(producer, brokers, id);
        saysThatACustomerIsUnknown(brokers);
        saysThatThereAreNoSuchTopics(brokers);
        tellsByWhatWasPublished(producer, brokers);
      }
    }
  }

  private String tellsACustomer(String brokers) {
    assertThat(run(brokers, PREFIX, "ann")).isZero();
    assertThat(out.toString())
        .contains("18:00:00  cart.added", "19:00:00  > cart-abandon/reminder of k-ann goes out")
        .contains("Told with the default rules\n");
    Matcher id = ID.matcher(out.toString());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private void saysThatItExpired(Producer<byte[], byte[]> producer, String brokers, String id)
      throws Exception {
    Decision expired =
        Decision.newBuilder()
            .setId(id)
            .setCustomerId("ann")
            .setRule("cart-abandon")
            .setRuleVersion(1)
            .setStep("reminder")
            .setOccasion(occasion(brokers))
            .setGate("expiry")
            .setReason("EXPIRED")
            .setValue("2024-05-09T00:00:00Z")
            .setLimit("2024-05-01T23:00:00Z")
            .setDecidedAt(START + 3_600_000)
            .build();
    byte[] value = Decision.getEncoder().encode(expired).array();
    producer.send(new ProducerRecord<>(Topics.DECISIONS.name(PREFIX), bytes("ann"), value)).get();

    assertThat(run(brokers, PREFIX, id)).isZero();

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Message " + id, "It did not go out", "handed over only at Thu 9 May 08:00:00");
  }

  private String occasion(String brokers) {
    assertThat(run(brokers, PREFIX, "ann", "--json")).isZero();
    Matcher occasion = Pattern.compile("\"occasion\":\"([^\"]+)\"").matcher(out.toString());
    assertThat(occasion.find()).isTrue();
    return occasion.group(1);
  }

  private void saysThatACustomerIsUnknown(String brokers) {
    assertThat(run(brokers, PREFIX, "bo")).isEqualTo(1);
    assertThat(err.toString()).contains("no event of a customer 'bo'", "ids like it: bob");
  }

  private void saysThatThereAreNoSuchTopics(String brokers) {
    assertThat(run(brokers, "nothing.", "ann")).isEqualTo(1);
    assertThat(err.toString()).contains("nothing.cart", "check the address and --topic-prefix");
  }

  private void tellsByWhatWasPublished(Producer<byte[], byte[]> producer, String brokers)
      throws Exception {
    RuleRecord sooner =
        RuleRecord.newBuilder()
            .setKind(RuleKind.RULE)
            .setId("cart-abandon")
            .setVersion(2)
            .setBody(SOONER)
            .build();
    byte[] value = RuleRecord.getEncoder().encode(sooner).array();
    producer
        .send(
            new ProducerRecord<>(
                Topics.RULES.name(PREFIX), 0, START - 60_000, bytes("rule"), value))
        .get();

    assertThat(run(brokers, PREFIX, "ann")).isZero();

    assertThat(out.toString())
        .contains("Told with the default rules and 1 version published since")
        .contains("18:30:00  > cart-abandon of k-ann goes out by push: template sooner");
  }

  private static Producer<byte[], byte[]> producer(String brokers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", brokers, "linger.ms", 0),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void cart(
      Producer<byte[], byte[]> producer, String customer, String item, long time) throws Exception {
    byte[] value =
        SingleObject.encode(
            CartEvent.newBuilder()
                .setType(CartType.ADDED)
                .setEventId("e-" + customer)
                .setCustomerId(customer)
                .setTime(time)
                .setCartId("k-" + customer)
                .setItem(item)
                .setQuantity(1)
                .setPrice(4200L)
                .build());
    producer
        .send(new ProducerRecord<>(Topics.CART.name(PREFIX), null, time, bytes(customer), value))
        .get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private int run(String brokers, String prefix, String id, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = KairosCommand.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] args = {"explain", id, "--bootstrap-servers", brokers, "--topic-prefix", prefix};
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return command.execute(all);
  }
}
