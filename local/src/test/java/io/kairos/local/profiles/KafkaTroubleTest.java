package io.kairos.local.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.RegistryConfig;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

final class KafkaTroubleTest {
  private static final KafkaAccess ACCESS =
      new KafkaAccess("host:9092", "kairos.", Map.of(), RegistryConfig.NONE);

  @Test
  void saysWhatToCheckIfNobodyAnswers() {
    assertThat(explained(new TimeoutException("expired")))
        .contains("no answer from Kafka at host:9092", "--kafka-config");
  }

  @Test
  void tellsAWrongLoginFromAMissingRight() {
    assertThat(explained(new SaslAuthenticationException("bad"))).contains("refuses the login");
    assertThat(explained(new TopicAuthorizationException("t"))).contains("does not let this user");
  }

  @Test
  void saysWhatToCheckIfNothingCanBeWritten() {
    assertThat(written(new TimeoutException("Topic t not present in metadata")))
        .contains("no answer from Kafka at host:9092", "the topics kairos.* are missing");
    assertThat(written(new TopicAuthorizationException("t")))
        .contains("does not let this user write to the topic")
        .doesNotContain("missing");
  }

  @Test
  void quotesTheFirstCauseOfAWrongSetting() {
    Exception cause = new KafkaException("Failed to create", new Exception("no keystore"));

    assertThat(explained(new KafkaException("Failed to construct", cause)))
        .isEqualTo("cannot use Kafka at host:9092: no keystore");
  }

  private static String written(KafkaException trouble) {
    return KafkaTrouble.explainWriting(trouble, ACCESS).getMessage();
  }

  private static String explained(KafkaException trouble) {
    return KafkaTrouble.explain(trouble, ACCESS).getMessage();
  }
}
