package io.kairos.flink.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.RegistryConfig.Registration;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnSchemasTest {
  private static final String ALREADY_THERE = "{\"error_code\":409,\"message\":\"exists\"}";

  private final FakeRegistry fake = new FakeRegistry();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void asksForTheReleasedSchemaUnderTheTopicsSubject() throws Exception {
    fake.says(200, "{\"id\":12,\"schema\":\"\"}");
    assertThat(schemas(Registration.LOOK_UP).id(Topics.TRIGGERS)).isEqualTo(12);
    assertThat(fake.asked()).containsExactly("POST /subjects/shop.triggers-value");
    String sent = new ObjectMapper().readTree(fake.bodies().get(0)).get("schema").asText();
    assertThat(new Schema.Parser().parse(sent)).isEqualTo(TopicSchemas.released(Topics.TRIGGERS));
    assertThat(sent).doesNotContain("avro.java.string");
  }

  @Test
  void registersItWhereThatIsAllowedAndItIsNotThere() {
    fake.hasNoSuch().says(200, "{\"id\":12}");
    assertThat(schemas(Registration.REGISTER).id(Topics.TRIGGERS)).isEqualTo(12);
    assertThat(fake.asked())
        .containsExactly(
            "POST /subjects/shop.triggers-value", "POST /subjects/shop.triggers-value/versions");
  }

  @Test
  void whatIsThereNeedsNoRightToRegister() {
    fake.says(200, "{\"id\":12,\"schema\":\"\"}");
    assertThat(schemas(Registration.REGISTER).id(Topics.TRIGGERS)).isEqualTo(12);
    assertThat(fake.asked()).containsExactly("POST /subjects/shop.triggers-value");
  }

  @Test
  void whoIsOutrunTakesTheIdOfTheOther() {
    fake.hasNoSuch().says(409, ALREADY_THERE).says(200, "{\"id\":12,\"schema\":\"\"}");
    assertThat(schemas(Registration.REGISTER).id(Topics.TRIGGERS)).isEqualTo(12);
  }

  @Test
  void whereItIsMissingItSaysHowToRegisterIt() {
    fake.says(404, "{\"error_code\":40401,\"message\":\"Subject not found\"}");
    assertThatThrownBy(() -> schemas(Registration.LOOK_UP).id(Topics.TRIGGERS))
        .isInstanceOf(RegistryRefusal.class)
        .hasMessageContaining("shop.triggers-value")
        .hasMessageContaining(
            "./kairos schemas register --registry " + fake.url() + " --topic-prefix shop.");
  }

  @Test
  void whereItIsNotTakenItSaysWhy() {
    fake.hasNoSuch()
        .says(409, "{\"error_code\":409,\"message\":\"incompatible with version 3\"}")
        .hasNoSuch();
    assertThatThrownBy(() -> schemas(Registration.REGISTER).id(Topics.TRIGGERS))
        .isInstanceOf(RegistryRefusal.class)
        .hasMessageContaining("incompatible with version 3");
  }

  @Test
  void theCheckAsksForEveryOutputBeforeTheJobStarts() {
    fake.says(200, "{\"id\":12}");
    RegistryCheck.check(config("registry"));
    assertThat(fake.asked())
        .containsExactly(
            "POST /subjects/kairos.triggers-value",
            "POST /subjects/kairos.decisions-value",
            "POST /subjects/kairos.profiles-value",
            "POST /subjects/kairos.dead-letters-value");
  }

  @Test
  void theCheckAsksForNothingWhereNothingIsWrittenByIt() {
    RegistryCheck.check(config("avro"));
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void theCheckFindsALoginThatIsNotThereAlsoWhereItOnlyReads() {
    KairosConfig config =
        TestConfig.of(
            Map.of(
                "schema.registry.url",
                fake.url(),
                "schema.registry.basic-auth",
                "${env:KAIROS_NO_SUCH_LOGIN}"));
    assertThatThrownBy(() -> RegistryCheck.check(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema.registry.basic-auth")
        .hasMessageContaining("KAIROS_NO_SUCH_LOGIN");
  }

  @Test
  void whatIsWrittenIsReadByWhoeverKnowsTheFormat() throws Exception {
    fake.says(200, "{\"id\":12}");
    DeadLetter letter =
        new DeadLetter(
            "cart", 1, 2L, 3L, null, ByteBuffer.wrap(new byte[] {9}), List.of(), "TOO_LARGE", "");
    byte[] bytes = FrameEncoder.of(fake.config(), "shop.", Topics.DEAD_LETTERS).encode(letter);
    assertThat(bytes).startsWith(0, 0, 0, 0, 12);
    assertThat(Framed.read(bytes, TopicSchemas.released(Topics.DEAD_LETTERS)))
        .hasToString(letter.toString());
  }

  private OwnSchemas schemas(Registration registration) {
    return new OwnSchemas(fake.config(null, registration, 1_000), "shop.");
  }

  private KairosConfig config(String format) {
    return TestConfig.of(Map.of("schema.registry.url", fake.url(), "sink.format", format));
  }
}
