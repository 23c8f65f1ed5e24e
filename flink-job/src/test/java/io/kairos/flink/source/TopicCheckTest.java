package io.kairos.flink.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KafkaClients;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCheckTest {

  @ParameterizedTest
  @CsvSource({
    "max.request.size, 1000, 1000, false",
    "max.request.size, 1000, 1001, true",
    "buffer.memory, 1000, 1001, true",
    "linger.ms, 0, 33554432, false",
    "linger.ms, 0, 33554433, true"
  })
  void aClientMustBeAbleToSendAnyDeadLetter(
      String limit, String value, long needed, boolean narrow) {
    KafkaClients clients = new KafkaClients(Map.of(limit, value));

    assertThat(TopicCheck.narrowClient(clients, needed).isPresent()).isEqualTo(narrow);
  }
}
