package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderLine;
import io.kairos.wire.TriggerItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a customer's cart holds: lines of items, the one that changed last first. A customer has one
 * cart at a time; what another one holds is not covered.
 */
final class Cart {
  private static final int SHOWN = 5;
  private static final int LINES = 24;
  private static final int SHOWN_BYTES = 300;
  private static final int ID_BYTES = 40;
  private static final int NAME_DIGITS = 8;

  private final List<Line> lines = new ArrayList<>();
  private String key;
  private String id;

  private record Line(String item, int units, Long unitMinor, boolean named) {
    /** Of a line that is not among the last only the value is kept. */
    Line nameless() {
      return new Line(item, units, unitMinor, false);
    }

    long minor() {
      return unitMinor == null ? 0 : units * unitMinor;
    }
  }

  /** Applies a change, and says what happened by it. */
  Set<EventName> change(CartEvent event) {
    open(event);
    Set<EventName> names = EnumSet.of(EventName.CART_CHANGED);
    if (event.getType() == CartType.EMPTIED) {
      lines.clear();
      names.add(EventName.CART_EMPTIED);
    } else {
      names.addAll(changeLine(event));
    }
    return names;
  }

  /** Without ids a cart is what lies between two empties; it is told apart by its first event. */
  private void open(CartEvent event) {
    String given = event.getCartId();
    if (!lines.isEmpty()) {
      if (given != null && !given.equals(id)) {
        throw new NotCovered("a second cart, " + given + ", while one is open");
      }
    } else if (given != null) {
      id = within(given, ID_BYTES);
      key = given;
    } else if (event.getType() != CartType.EMPTIED) {
      id = null;
      key = Hashes.id(event.getEventId()).substring(0, NAME_DIGITS);
    }
  }

  private Set<EventName> changeLine(CartEvent event) {
    int before = units(event.getItem());
    int after = Math.max(0, after(event, before));
    Long unit = event.getPrice() == null ? price(event.getItem()) : priceOf(event);
    lines.removeIf(line -> line.item().equals(event.getItem()));
    if (after > 0) {
      lines.add(0, new Line(within(event.getItem(), SHOWN_BYTES / SHOWN), after, unit, true));
    }
    for (int i = SHOWN; i < lines.size(); i++) {
      lines.set(i, lines.get(i).nameless());
    }
    if (lines.size() > LINES) {
      throw new NotCovered("more than " + LINES + " lines of a cart");
    }
    return names(event.getType(), before, after);
  }

  private Set<EventName> names(CartType type, int before, int after) {
    Set<EventName> names = EnumSet.of(name(type));
    if (after > before) {
      names.add(EventName.CART_ADDED);
    }
    if (lines.isEmpty() && before > 0) {
      names.add(EventName.CART_EMPTIED);
    }
    return names;
  }

  private static int after(CartEvent event, int before) {
    if (event.getQuantity() != null) {
      return event.getQuantity();
    }
    int delta = event.getType() == CartType.ADDED ? 1 : -before;
    return before + (event.getDelta() == null ? delta : event.getDelta());
  }

  /** The engine takes 0 for a price that is not known, where the topic means a gift. */
  private static Long priceOf(CartEvent event) {
    if (event.getPrice() == 0) {
      throw new NotCovered("a price of 0 in a cart");
    }
    return event.getPrice();
  }

  private static String within(String name, int bytes) {
    if (name.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw new NotCovered("a name in a cart of more than " + bytes + " bytes");
    }
    return name;
  }

  private static EventName name(CartType type) {
    return switch (type) {
      case ADDED -> EventName.CART_ADDED;
      case REMOVED -> EventName.CART_REMOVED;
      case QUANTITY_CHANGED -> EventName.CART_QUANTITY_CHANGED;
      default -> throw new NotCovered("a change of a cart of type " + type);
    };
  }

  /** Takes what was ordered out; whether that emptied it. */
  boolean take(List<OrderLine> ordered) {
    boolean wasEmpty = lines.isEmpty();
    for (OrderLine taken : ordered) {
      lines.removeIf(line -> line.item().equals(taken.getItem()));
    }
    return !wasEmpty && lines.isEmpty();
  }

  private int units(String item) {
    return lines.stream().filter(l -> l.item().equals(item)).mapToInt(Line::units).sum();
  }

  private Long price(String item) {
    return lines.stream()
        .filter(line -> line.item().equals(item) && line.unitMinor() != null)
        .map(Line::unitMinor)
        .findFirst()
        .orElse(null);
  }

  /** What tells it from the customer's other carts; null where there never was one. */
  String key() {
    return key;
  }

  /** Null for a cart without one. */
  String id() {
    return id;
  }

  /** Units in all. */
  int count() {
    return lines.stream().mapToInt(Line::units).sum();
  }

  long valueMinor() {
    return lines.stream().mapToLong(Line::minor).sum();
  }

  /** The lines that a message shows. */
  List<TriggerItem> items() {
    return lines.stream()
        .filter(Line::named)
        .limit(SHOWN)
        .map(
            line ->
                TriggerItem.newBuilder()
                    .setItem(line.item())
                    .setQuantity(line.units())
                    .setUnitPrice(line.unitMinor())
                    .build())
        .toList();
  }
}
