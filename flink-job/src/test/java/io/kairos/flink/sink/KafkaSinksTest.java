package io.kairos.flink.sink;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSinksTest {

  @ParameterizedTest
  @CsvSource({"30100,,", "30005, 5,", "1100,, 1000", "1005, 5, 1000", "2147483647, 2147483647,"})
  void aRecordNeedsTimeToWaitAndToBeSent(String delivery, String linger, String request) {
    assertThatCode(() -> KafkaSinks.of(config(delivery, linger, request)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"30099,,, 30100", "30004, 5,, 30005", "1099,, 1000, 1100"})
  void aDeliveryThatEndsBeforeItIsRefusedByName(
      String delivery, String linger, String request, String least) {
    assertThatThrownBy(() -> KafkaSinks.of(config(delivery, linger, request)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Option kafka.delivery.timeout.ms must be at least " + least);
  }

  private static KairosConfig config(String delivery, String linger, String request) {
    Map<String, String> options = new HashMap<>();
    options.put("kafka.delivery.timeout.ms", delivery);
    if (linger != null) {
      options.put("kafka.linger.ms", linger);
    }
    if (request != null) {
      options.put("kafka.request.timeout.ms", request);
    }
    return TestConfig.of(options);
  }
}
