package io.kairos.local.imports;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * UCI Online Retail (Chen 2012, doi 10.24432/C5BW33): the invoices of a gift shop.
 *
 * <p>An event is an invoice, gathered from rows wherever they stand; rows that differ in date count
 * at the date of the first. Prices have up to three decimals: quantity times price is exact, and
 * the sum of the invoice is rounded to pence once, half up. An invoice whose number begins with C
 * is a cancellation and becomes a refund of its own, as the file does not say of which order. Rows
 * without a customer are left out, and their invoices are counted.
 */
final class RetailFormat implements ImportFormat {
  private static final int CHUNK_ROWS = 100_000;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final TimeText TIMES = new TimeText(LONDON);

  /** How the spreadsheet edition of the file writes dates. */
  private static final DateTimeFormatter SPREADSHEET = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

  private static final MinorUnits PENCE = MinorUnits.of("GBP");
  private static final List<String> COLUMNS =
      List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

  @Override
  public String name() {
    return "retail";
  }

  @Override
  public String currency() {
    return "GBP";
  }

  @Override
  public ZoneId zone() {
    return LONDON;
  }

  @Override
  public String description() {
    return "UCI Online Retail: a year of invoices of a British gift shop; one order is one"
        + " invoice, an invoice that begins with C is a refund.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    try (OrderAssembly invoices = new OrderAssembly(sink, CHUNK_ROWS)) {
      CsvRows.read(file, COLUMNS, sink, row -> read(row, invoices));
      invoices.finish();
    }
  }

  /** A row without a customer is refused only after its invoice has been noted. */
  private void read(CsvRow row, OrderAssembly invoices) throws RowRefused, IOException {
    String invoice = row.required("InvoiceNo");
    int quantity = Numbers.whole(row.required("Quantity"));
    BigDecimal price = Numbers.decimal(row.required("UnitPrice"));
    boolean refund = invoice.startsWith("C");
    boolean fits = refund ? quantity < 0 : quantity > 0;
    if (!fits && row.text("CustomerID") != null) {
      throw new RowRefused(
          LeftOut.BAD_NUMBER, "invoice %s has a quantity of %d".formatted(invoice, quantity));
    }
    OrderEvent event = refund ? refund(row, invoice) : purchase(row, invoice);
    OrderLine line =
        OrderLine.newBuilder()
            .setItem(row.required("StockCode"))
            .setQuantity(Math.abs(quantity))
            .setUnitPrice(PENCE.round(price))
            .build();
    (refund ? event.getRefundLines() : event.getLines()).add(line);
    BigDecimal amount = price.multiply(BigDecimal.valueOf(Math.abs((long) quantity)));
    invoices.add(new OrderPart(invoice, row.number(), event, amount));
    row.customer("CustomerID");
  }

  private OrderEvent purchase(CsvRow row, String invoice) throws RowRefused {
    OrderEvent event = invoice(row, invoice, OrderType.PAID);
    event.setPlacedAt(event.getTime());
    return event;
  }

  private OrderEvent refund(CsvRow row, String invoice) throws RowRefused {
    OrderEvent event = invoice(row, invoice, OrderType.REFUNDED);
    event.setRefundId(invoice);
    return event;
  }

  private OrderEvent invoice(CsvRow row, String invoice, OrderType type) throws RowRefused {
    return OrderEvent.newBuilder()
        .setEventId(name() + "-" + invoice)
        .setCustomerId(row.text("CustomerID"))
        .setTime(time(row.required("InvoiceDate")))
        .setSource(name())
        .setType(type)
        .setOrderId(invoice)
        .setCurrency(currency())
        .build();
  }

  private static long time(String text) throws RowRefused {
    if (text.indexOf('/') < 0) {
      return TIMES.eventMillis(text);
    }
    try {
      return TimeText.possible(
          LocalDateTime.parse(text, SPREADSHEET).atZone(LONDON).toInstant().toEpochMilli(), text);
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw new RowRefused(LeftOut.BAD_TIME, "not a time: '%s'".formatted(text));
    }
  }
}
