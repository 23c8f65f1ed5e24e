package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest {

  private final List<String> closed = new ArrayList<>();
  private final Closing closing = new Closing();

  @Test
  void closesInTheOppositeOrder() throws IOException {
    closing.add(() -> closed.add("first"));
    closing.add(() -> closed.add("second"));

    closing.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void closesTheOthersWhenOneFailsAndTellsAllFailures() {
    closing.add(() -> closed.add("first"));
    closing.add(
        () -> {
          throw new IOException("disk");
        });
    closing.add(
        () -> {
          throw new IllegalStateException("state");
        });

    assertThatThrownBy(closing::close)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
    assertThat(closed).containsExactly("first");
  }

  @Test
  void closesOnlyOnce() throws IOException {
    closing.add(() -> closed.add("once"));

    closing.close();
    closing.close();

    assertThat(closed).containsExactly("once");
  }
}
