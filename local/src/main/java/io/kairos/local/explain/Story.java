package io.kairos.local.explain;

import io.kairos.engine.CustomerState;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened to a customer, and what will if nothing else does.
 *
 * @param chapters in the order of time
 * @param ahead only those with a message that goes out, or does not
 * @param end the customer as of the end
 * @param endMillis epoch milliseconds
 */
record Story(
    String customerId,
    List<Chapter> chapters,
    List<Chapter> ahead,
    CustomerState end,
    long endMillis) {

  Story with(List<Chapter> others) {
    return new Story(customerId, List.copyOf(others), ahead, end, endMillis);
  }

  Story withAhead(List<Chapter> others) {
    return new Story(customerId, chapters, List.copyOf(others), end, endMillis);
  }

  /** All that happened, of one kind. */
  <H extends Happening> Stream<H> all(Class<H> kind) {
    return chapters.stream()
        .flatMap(chapter -> chapter.happenings().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
