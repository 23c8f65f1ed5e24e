package io.kairos.local.imports;

import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What happened: a topic and a symbol of its {@code type}. Its label is the name that rules use, on
 * the topics cart and orders after {@code cart.} and {@code order.}: {@code view}, {@code
 * cart.quantityChanged}, {@code order.paid}, {@code registered}.
 */
public record EventType(Topics topic, Enum<?> symbol) {
  private static final Pattern HUMP = Pattern.compile("_([a-z])");
  private static final Map<String, EventType> BY_WORD = words();

  /** The type of a record of an input topic. */
  static EventType of(Topics topic, SpecificRecordBase event) {
    int position = event.getSchema().getField("type").pos();
    return new EventType(topic, (Enum<?>) event.get(position));
  }

  /** The type that a file's word means: a label, its last part alone, or a usual synonym. */
  static Optional<EventType> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(normal(word)));
  }

  /** Every word of {@link #ofWord}, sorted. */
  static Set<String> allWords() {
    return new TreeSet<>(BY_WORD.keySet());
  }

  /** The type that a file's word means, or the row is refused with the nearest word. */
  static EventType require(String word) throws RowRefused {
    Optional<EventType> found = ofWord(word);
    if (found.isEmpty()) {
      throw new RowRefused(
          LeftOut.UNKNOWN_TYPE,
          "unknown type '%s'%s".formatted(word, NearestName.hint(word, allWords())));
    }
    return found.get();
  }

  public String label() {
    String word = camelCase(symbol.name());
    return switch (topic) {
      case CART -> "cart." + word;
      case ORDERS -> "order." + word;
      default -> word;
    };
  }

  private static String camelCase(String symbol) {
    Matcher hump = HUMP.matcher(symbol.toLowerCase(Locale.ROOT));
    return hump.replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static String normal(String word) {
    String hyphened = word.strip().replaceAll("([a-z])([A-Z])", "$1-$2");
    return hyphened.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, EventType> words() {
    Map<String, EventType> words = new HashMap<>();
    addAll(words, Topics.CLICKSTREAM, ClickType.values());
    addAll(words, Topics.CART, CartType.values());
    addAll(words, Topics.ORDERS, OrderType.values());
    addAll(words, Topics.CUSTOMERS, CustomerType.values());
    words.put("click", words.get("view"));
    words.put("review", words.get("reviewed"));
    words.put("cart", words.get("cart.added"));
    words.put("add-to-cart", words.get("cart.added"));
    words.put("remove-from-cart", words.get("cart.removed"));
    words.put("order", words.get("order.paid"));
    words.put("purchase", words.get("order.paid"));
    words.put("refund", words.get("order.refunded"));
    words.put("canceled", words.get("order.cancelled"));
    return Map.copyOf(words);
  }

  private static void addAll(Map<String, EventType> words, Topics topic, Enum<?>[] symbols) {
    Arrays.stream(symbols)
        .filter(symbol -> !symbol.name().equals("UNKNOWN"))
        .map(symbol -> new EventType(topic, symbol))
        .forEach(
            type -> {
              words.put(normal(type.symbol.name()), type);
              words.put(normal(type.label()), type);
            });
  }
}
