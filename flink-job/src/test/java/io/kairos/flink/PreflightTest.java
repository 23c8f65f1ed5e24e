package io.kairos.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private static final RuntimeException SILENCE =
      new IllegalStateException("nobody answers", new TimeoutException());
  private static final RuntimeException NO_NAME =
      new IllegalStateException(
          "no name",
          new KafkaException(
              new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")));
  private static final RuntimeException REFUSAL = new IllegalStateException("a topic is not there");

  private final Deque<RuntimeException> troubles = new ArrayDeque<>();
  private int pauses;

  private void pass(boolean brought) throws InterruptedException {
    new Preflight(this::look, brought, length -> pauses++).pass();
  }

  private void look() {
    if (!troubles.isEmpty()) {
      throw troubles.remove();
    }
  }

  @Test
  void asksAgainUntilThereIsAnAnswerWhereAJobMayBeBroughtBack() throws InterruptedException {
    troubles.addAll(List.of(SILENCE, NO_NAME, SILENCE));

    pass(true);

    assertThat(troubles).isEmpty();
    assertThat(pauses).isEqualTo(3);
  }

  @Test
  void takesAnAnswerForAnAnswer() {
    troubles.addAll(List.of(SILENCE, REFUSAL));

    assertThatThrownBy(() -> pass(true)).isSameAs(REFUSAL);
    assertThat(pauses).isEqualTo(1);
  }

  @Test
  void isOverWithTheFirstSilenceWhereNoJobCanBeBroughtBack() {
    troubles.add(SILENCE);

    assertThatThrownBy(() -> pass(false)).isSameAs(SILENCE);
    assertThat(pauses).isZero();
  }
}
