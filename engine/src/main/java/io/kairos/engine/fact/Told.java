package io.kairos.engine.fact;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.profile.Occurrence;
import java.util.Comparator;

/** An event that has just occurred, with all that it tells. For use by one thread. */
final class Told implements About {
  private final Occurrence occurrence;
  private final Lens lens;
  private final Item item;
  private String[] texts;
  private long asked;

  /**
   * An event that has just occurred.
   *
   * @param lens through which the customer is looked at
   */
  Told(Occurrence occurrence, Lens lens) {
    this.occurrence = occurrence;
    this.lens = lens;
    this.item = itemOf(occurrence.event());
  }

  private static Item itemOf(Event event) {
    if (event instanceof Click click) {
      return click.item();
    }
    return event instanceof CartChange change ? change.item().item() : Item.NONE;
  }

  Occurrence occurrence() {
    return occurrence;
  }

  Lens lens() {
    return lens;
  }

  /** Many rules may ask for the same; what is dear to find is found once. */
  @Override
  public String text(EventField field) {
    if (!field.isDear()) {
      return field.text(this);
    }
    int place = field.ordinal();
    if (texts == null) {
      texts = new String[EventField.COUNT];
    }
    if ((asked & 1L << place) == 0) {
      texts[place] = field.text(this);
      asked |= 1L << place;
    }
    return texts[place];
  }

  @Override
  public long number(EventField field) {
    return field.number(this);
  }

  Click click() {
    return occurrence.event() instanceof Click click ? click : null;
  }

  CartChange cart() {
    return occurrence.event() instanceof CartChange change ? change : null;
  }

  OrderStatus order() {
    return occurrence.event() instanceof OrderStatus order ? order : null;
  }

  /** The item that it is about; {@link Item#NONE} for none. */
  Item item() {
    return item;
  }

  /** The first part of the category of the order's line of most value; null for none. */
  String topCategory() {
    return order() == null
        ? null
        : order().lines().stream()
            .filter(line -> line.item().category() != null)
            .max(
                Comparator.comparingLong(Told::value)
                    .thenComparing(line -> line.item().category(), Comparator.reverseOrder()))
            .map(line -> line.item().category())
            .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
            .orElse(null);
  }

  private static long value(OrderLine line) {
    return line.quantity() * line.price().unitMinor() - line.discountMinor();
  }

  int units() {
    return order().lines().stream().mapToInt(OrderLine::quantity).sum();
  }

  /** The place of the table {@code places} that it happened at; null for none. */
  String place() {
    return click() == null ? null : lens.yardsticks().places().at(click().visit());
  }
}
