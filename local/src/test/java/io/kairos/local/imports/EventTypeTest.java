package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypeTest {

  @ParameterizedTest
  @CsvSource({
    "view, view",
    "Search, search",
    "cart, cart.added",
    "cart.added, cart.added",
    "remove_from_cart, cart.removed",
    "quantity_changed, cart.quantityChanged",
    "emptied, cart.emptied",
    "purchase, order.paid",
    "placed, order.placed",
    "return-requested, order.returnRequested",
    "order.returnRequested, order.returnRequested",
    "registered, registered"
  })
  void understandsTheWordsOfFiles(String word, String label) {
    assertThat(EventType.ofWord(word).orElseThrow().label()).isEqualTo(label);
  }

  @Test
  void doesNotTakeUnknownForAType() {
    assertThat(EventType.ofWord("unknown")).isEmpty();
  }

  @Test
  void readsBackEveryLabel() {
    for (String word : EventType.allWords()) {
      EventType type = EventType.ofWord(word).orElseThrow();
      assertThat(EventType.ofWord(type.label())).contains(type);
    }
  }
}
