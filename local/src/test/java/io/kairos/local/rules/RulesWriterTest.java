package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.numbers;
import static io.kairos.local.rules.Rules.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.rule.Status;
import io.kairos.local.CommandError;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class RulesWriterTest {
  private static final String TOPIC = "rules";
  private static final List<Revision> TWO =
      List.of(
          published(DORMANCY, 2, Status.ACTIVE, NOON).revision(),
          published(DORMANCY, 3, Status.ACTIVE, NOON).revision());

  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final RulesWriter writer = new RulesWriter(broker, TOPIC);

  @Test
  void writesWhereTheTopicEndedWhenItWasRead() {
    somebodyElseWrites();

    assertThat(numbers(writer.write(TWO, Rules.AT, 1))).containsExactly(2, 3);
  }

  @Test
  void saysWhereSomebodyElseWroteBetweenTheReadingAndTheWriting() {
    somebodyElseWrites();

    assertThatThrownBy(() -> writer.write(TWO, Rules.AT, 0))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("somebody else has changed the rules at the same moment")
        .hasMessageContaining("Written: rule/dormancy@2, rule/dormancy@3")
        .hasMessageContaining("./kairos rules history ID");
  }

  private void somebodyElseWrites() {
    broker.send(new ProducerRecord<>(TOPIC, 0, new byte[] {1}, new byte[] {1}));
  }
}
