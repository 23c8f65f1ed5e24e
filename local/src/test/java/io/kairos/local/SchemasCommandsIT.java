package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.registry.ConfluentFormat;
import io.kairos.local.registry.RegistryProcess;
import io.kairos.local.registry.SharedRegistry;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith({SharedStack.class, SharedRegistry.class})
final class SchemasCommandsIT {
  private static final String PREFIX = "schemas-it.";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void registerTheSchemasAndReadWhatWasWrittenWithThem(LocalStack shared, RegistryProcess registry)
      throws Exception {
    assertThat(register(registry)).isZero();
    assertThat(out.toString())
        .contains("schemas-it.clickstream-value: id ", "schemas-it.profiles-value: id ");
    String first = out.toString();
    assertThat(register(registry)).isZero();
    assertThat(out.toString()).isEqualTo(first);

    try (LocalStack stack = shared.another(PREFIX, 1, TopicTime.REPLAY)) {
      publish(stack, ConfluentFormat.write(idOf("profiles", first), profile()));
      assertThat(show(stack)).isEqualTo(1);
      assertThat(err.toString()).contains("name the schema registry with --registry");
      assertThat(show(stack, "--registry", registry.url())).as(err.toString()).isZero();
      assertThat(out.toString()).contains("Customer ann");
    }
  }

  private int register(RegistryProcess registry) {
    return run("schemas", "register", "--registry", registry.url(), "--topic-prefix", PREFIX);
  }

  private int show(LocalStack stack, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("profile", "ann", "--topic-prefix", PREFIX));
    arguments.addAll(List.of("--bootstrap-servers", stack.kafka().bootstrapServers()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static int idOf(String topic, String printed) {
    return printed
        .lines()
        .filter(line -> line.startsWith(PREFIX + topic + "-value"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static Profile profile() {
    return Profile.newBuilder().setCustomerId("ann").setAsOf(1).setCurrency("CNY").build();
  }

  private static void publish(LocalStack stack, byte[] value) throws Exception {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "ann".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.PROFILES.name(PREFIX), key, value)).get();
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine kairos = KairosCommand.commandLine();
    return kairos.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }
}
