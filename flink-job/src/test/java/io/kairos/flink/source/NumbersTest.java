package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KafkaClients;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in messages are written alike everywhere. */
class NumbersTest {
  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void goAbroad() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void comeBack() {
    Locale.setDefault(usual);
  }

  @Test
  void ofUnreadableRecords() {
    assertThat(new UnreadableFlood("cart-0", 1_200, 1_300))
        .hasMessageContaining("1,200 of 1,300 records of partition cart-0");
  }

  @Test
  void ofBytes() {
    KafkaClients clients = new KafkaClients(Map.of("max.request.size", "1200"));

    assertThat(TopicCheck.narrowClient(clients, 1_300).orElseThrow())
        .startsWith("A dead letter may take 1,300 bytes")
        .contains("none of more than 1,200. Raise kafka.max.request.size, or");
    assertThat(TopicCheck.tooNarrow("letters", 1_200, 1_300))
        .startsWith("Topic letters takes records of 1,200 bytes, but a dead letter may take 1,300,")
        .endsWith("--entity-name letters --add-config max.message.bytes=1300");
  }
}
