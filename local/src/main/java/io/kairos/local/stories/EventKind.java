package io.kairos.local.stories;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * What can be given in a story: an event of an input topic, by the name that rules use.
 *
 * @param origin its topic
 * @param type the symbol of its {@code type}
 */
record EventKind(Origin origin, Enum<?> type) {
  private static final String CUSTOM_PREFIX = EventName.CUSTOM.label() + ".";
  private static final Map<String, EventKind> BY_LABEL = byLabel();

  /** The kind that the next word names; {@code custom.NAME} is a custom event. */
  static EventKind read(Words words) {
    String word = words.take("the event, as cart.added");
    EventKind kind = BY_LABEL.get(word.startsWith(CUSTOM_PREFIX) ? EventName.CUSTOM.label() : word);
    if (kind != null) {
      return kind;
    }
    if (Arrays.stream(EventName.values()).anyMatch(name -> name.label().equals(word))) {
      throw words.wrongBefore(
          "'" + word + "' is on no topic: Kairos concludes it. Give the event behind it");
    }
    throw words.wrongBefore(Written.unknown("event", word, labels()));
  }

  static List<String> labels() {
    return List.copyOf(BY_LABEL.keySet());
  }

  /** The name of a custom event that a label holds; null for none. */
  static String customName(String label) {
    return label.startsWith(CUSTOM_PREFIX) ? label.substring(CUSTOM_PREFIX.length()) : null;
  }

  Schema schema() {
    return switch (origin) {
      case CLICKSTREAM -> ClickstreamEvent.getClassSchema();
      case CART -> CartEvent.getClassSchema();
      case ORDERS -> OrderEvent.getClassSchema();
      case CUSTOMERS -> CustomerEvent.getClassSchema();
    };
  }

  private static Map<String, EventKind> byLabel() {
    Map<String, EventKind> kinds = new LinkedHashMap<>();
    Stream.of(
            kinds(Origin.CLICKSTREAM, "", ClickType.values()),
            kinds(Origin.CART, "CART_", CartType.values()),
            kinds(Origin.ORDERS, "ORDER_", OrderType.values()),
            kinds(Origin.CUSTOMERS, "", CustomerType.values()))
        .forEach(kinds::putAll);
    return kinds;
  }

  private static Map<String, EventKind> kinds(Origin origin, String prefix, Enum<?>[] types) {
    Map<String, EventKind> kinds = new LinkedHashMap<>();
    for (Enum<?> type : types) {
      if (!type.name().equals("UNKNOWN")) {
        String label = EventName.valueOf(prefix + type.name()).label();
        kinds.put(label, new EventKind(origin, type));
      }
    }
    return kinds;
  }
}
