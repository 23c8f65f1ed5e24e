package io.kairos.local.imports;

import io.kairos.local.imports.ColumnNames.Field;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.time.ZoneId;

/**
 * A shop's own CSV file with a header row; the options say which column holds what. Order rows that
 * share the order id, type and customer are the lines of one order; refund rows also have to share
 * the time, so that two partial refunds stay two.
 */
final class CsvFormat implements ImportFormat {
  private static final int CHUNK_ROWS = 100_000;

  private final ImportOptions options;

  /**
   * @throws ImportException if the options name no columns
   */
  CsvFormat(ImportOptions options) {
    options.columns().complete();
    this.options = options;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String currency() {
    return options.currency();
  }

  @Override
  public ZoneId zone() {
    return options.zone();
  }

  @Override
  public String description() {
    return "A shop's own CSV file, columns as given; one order is all rows with the same order id,"
        + " or one row where there is no order id.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    try (OrderAssembly orders = new OrderAssembly(sink, CHUNK_ROWS)) {
      CsvRows.read(
          file, options.columns().byField().values(), sink, row -> read(row, sink, orders));
      orders.finish();
    }
  }

  private void read(CsvRow row, ImportSink sink, OrderAssembly orders)
      throws RowRefused, IOException {
    CsvEvent event = new CsvEvent(row, options);
    EventType type = EventType.require(event.required(Field.TYPE));
    switch (type.topic()) {
      case CLICKSTREAM -> sink.click(row.number(), event.click(type));
      case CART -> sink.cart(row.number(), event.cart(type));
      case ORDERS -> orders.add(part(row, event, type));
      default -> sink.event(row.number(), ImportSink.input(Topics.CUSTOMERS, event.customer(type)));
    }
  }

  private static OrderPart part(CsvRow row, CsvEvent source, EventType type) throws RowRefused {
    OrderEvent event = source.order(type);
    String key = type.label() + "|" + event.getOrderId() + "|" + event.getCustomerId();
    if (type.symbol() == OrderType.REFUNDED) {
      key += "|" + event.getTime();
    }
    return new OrderPart(key, row.number(), event, source.amount(type));
  }
}
