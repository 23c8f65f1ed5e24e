package io.kairos.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.sink.KafkaSinks;
import io.kairos.flink.source.TopicCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are planted where references lead, and looked for wherever they should not be. */
class PlantedSecretsTest {
  private static final String SALT = "planted-salt-7c1";
  private static final String PASSWORD = "planted-password-7c1";

  private final Map<String, String> options = new HashMap<>();

  @TempDir private Path folder;
  private KairosConfig config;
  private String reference;

  @BeforeEach
  void plant() throws IOException {
    Path file = folder.resolve("secrets.properties");
    Files.writeString(file, "salt=" + SALT + "\npassword=" + PASSWORD + '\n');
    reference = "${file:" + file + ':';
    options.put("profile.key-salt", reference + "salt}");
    options.put("kafka.bootstrap.servers", "127.0.0.1:1");
    options.put("kafka.security.protocol", "SASL_PLAINTEXT");
    options.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
    options.put(
        "kafka.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"kairos\""
            + " password=\"%spassword}\";".formatted(reference));
    options.put("kafka.request.timeout.ms", "100");
    options.put("kafka.default.api.timeout.ms", "100");
    config = KairosConfig.from(Configuration.fromMap(options));
  }

  @Test
  void theGraphHoldsReferencesOnly() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KairosPipeline.build(env, config, KairosSources.of(config), KafkaSinks.of(config));
    StreamGraph graph = env.getStreamGraph();
    assertHidden(graph.getStreamingPlanAsJSON());
    String shipped =
        new String(
            InstantiationUtil.serializeObject(graph.getJobGraph()), StandardCharsets.ISO_8859_1);
    assertThat(shipped).contains(reference + "salt}").contains(reference + "password}");
    assertHidden(shipped);
  }

  @Test
  void clientsAreMadeWithoutAWordOfThem() {
    try (Overheard log = Overheard.everything()) {
      new KafkaConsumer<>(
              config.kafka().of(KafkaClient.CONSUMER),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer())
          .close();
      new KafkaProducer<>(
              config.kafka().of(KafkaClient.PRODUCER),
              new ByteArraySerializer(),
              new ByteArraySerializer())
          .close();
      Throwable refused = catchThrowable(() -> TopicCheck.check(config));
      assertThat(refused).hasMessageContaining("kafka.bootstrap.servers");
      assertHidden(stackTrace(refused));
      assertThat(log.text())
          .contains("ConsumerConfig values", "ProducerConfig values", "AdminClientConfig values")
          .contains("sasl.jaas.config = [hidden]");
      assertHidden(log.text());
    }
  }

  @Test
  void aConfigurationTellsNothing() {
    assertThat(config.toString()).contains(reference + "salt}");
    assertHidden(config.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://kairos:%s^@registry", "https://registry /%s", "%s^://registry"})
  void anAddressOfARegistryThatIsNoneIsNotRepeated(String url) {
    options.put("schema.registry.url", url.formatted(PASSWORD));
    Throwable refused = catchThrowable(() -> KairosConfig.from(Configuration.fromMap(options)));
    assertThat(refused).hasMessageStartingWith("Option schema.registry.url is no address");
    assertHidden(stackTrace(refused));
  }

  private static void assertHidden(String text) {
    assertThat(text.contains(SALT)).isFalse();
    assertThat(text.contains(PASSWORD)).isFalse();
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
