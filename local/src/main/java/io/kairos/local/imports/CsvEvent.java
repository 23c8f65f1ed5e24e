package io.kairos.local.imports;

import io.kairos.local.imports.ColumnNames.Field;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.math.BigDecimal;
import java.util.List;

/**
 * A row of a shop's own CSV file as an event of any topic.
 *
 * @param row the row
 * @param options which column holds what, and what the file leaves unsaid
 */
record CsvEvent(CsvRow row, ImportOptions options) {
  private static final String SOURCE = "csv";

  String required(Field field) throws RowRefused {
    return row.required(options.columns().of(field));
  }

  ClickstreamEvent click(EventType type) throws RowRefused {
    return ClickstreamEvent.newBuilder()
        .setEventId(id())
        .setCustomerId(customerId())
        .setTime(time())
        .setSource(SOURCE)
        .setType((ClickType) type.symbol())
        .setItem(text(Field.ITEM))
        .setCategory(text(Field.CATEGORY))
        .setBrand(text(Field.BRAND))
        .setPrice(price())
        .setCurrency(currency())
        .setQuery(text(Field.QUERY))
        .setOrder(text(Field.ORDER))
        .build();
  }

  /** The quantity is what was added or taken, for a changed quantity what is there now. */
  CartEvent cart(EventType type) throws RowRefused {
    CartEvent event =
        CartEvent.newBuilder()
            .setEventId(id())
            .setCustomerId(customerId())
            .setTime(time())
            .setSource(SOURCE)
            .setType((CartType) type.symbol())
            .setItem(text(Field.ITEM))
            .setCategory(text(Field.CATEGORY))
            .setBrand(text(Field.BRAND))
            .setPrice(price())
            .setCurrency(currency())
            .build();
    setUnits(event, row.whole(options.columns().of(Field.QUANTITY)));
    return event;
  }

  /** One row of an order; amounts of the whole order are not set. */
  OrderEvent order(EventType type) throws RowRefused {
    OrderEvent.Builder event =
        OrderEvent.newBuilder()
            .setEventId(id())
            .setCustomerId(customerId())
            .setTime(time())
            .setSource(SOURCE)
            .setType((OrderType) type.symbol())
            .setOrderId(orderId())
            .setCurrency(currency());
    if (type.symbol() == OrderType.REFUNDED) {
      return event.setRefundId(id()).setRefundLines(lines(type)).build();
    }
    return event.setLines(lines(type)).build();
  }

  CustomerEvent customer(EventType type) throws RowRefused {
    return CustomerEvent.newBuilder()
        .setEventId(id())
        .setCustomerId(customerId())
        .setTime(time())
        .setSource(SOURCE)
        .setType((CustomerType) type.symbol())
        .build();
  }

  /** What the row adds to the order: price times quantity, for a refund without sign. */
  BigDecimal amount(EventType type) throws RowRefused {
    BigDecimal price = row.decimal(options.columns().of(Field.PRICE));
    if (price == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount = price.multiply(BigDecimal.valueOf(orderedUnits(type)));
    return type.symbol() == OrderType.REFUNDED ? amount.abs() : amount;
  }

  private static void setUnits(CartEvent event, Integer quantity) {
    switch (event.getType()) {
      case ADDED -> event.setDelta(quantity == null ? 1 : quantity);
      case REMOVED -> {
        event.setDelta(quantity == null ? null : -Math.abs(quantity));
        event.setQuantity(quantity == null ? 0 : null);
      }
      default -> event.setQuantity(quantity);
    }
  }

  private List<OrderLine> lines(EventType type) throws RowRefused {
    String item = text(Field.ITEM);
    if (item == null) {
      return List.of();
    }
    Long price = price();
    return List.of(
        OrderLine.newBuilder()
            .setItem(item)
            .setCategory(text(Field.CATEGORY))
            .setBrand(text(Field.BRAND))
            .setQuantity(orderedUnits(type))
            .setUnitPrice(price == null ? 0 : price)
            .build());
  }

  /** Units of the row; only a refund may write them with a minus. */
  private int orderedUnits(EventType type) throws RowRefused {
    Integer quantity = row.whole(options.columns().of(Field.QUANTITY));
    if (quantity == null) {
      return 1;
    }
    int units = type.symbol() == OrderType.REFUNDED ? Math.abs(quantity) : quantity;
    if (units <= 0) {
      throw new RowRefused(LeftOut.BAD_NUMBER, "a quantity of %d".formatted(quantity));
    }
    return units;
  }

  private Long price() throws RowRefused {
    BigDecimal price = row.decimal(options.columns().of(Field.PRICE));
    return price == null ? null : MinorUnits.of(currency()).round(price);
  }

  private String currency() throws RowRefused {
    String currency = text(Field.CURRENCY);
    try {
      MinorUnits.of(currency);
    } catch (ImportException unknown) {
      throw new RowRefused(LeftOut.UNKNOWN_CURRENCY, unknown.getMessage());
    }
    return currency == null ? options.currency() : currency;
  }

  private String customerId() throws RowRefused {
    return row.customer(options.columns().of(Field.CUSTOMER));
  }

  private long time() throws RowRefused {
    return new TimeText(options.zone()).eventMillis(required(Field.TIME));
  }

  private String orderId() throws RowRefused {
    String order = text(Field.ORDER);
    return order == null ? id() : order;
  }

  private String id() throws RowRefused {
    String id = text(Field.ID);
    return id == null ? row.id(SOURCE) : id;
  }

  private String text(Field field) throws RowRefused {
    return row.text(options.columns().of(field));
  }
}
