package io.kairos.local.imports;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/**
 * CDNOW purchases (Fader and Hardie): the master file with customer, date, CDs and dollars, or the
 * sample with a second id after the first, told by the number of columns. The dollars are those of
 * the whole row.
 *
 * <p>The rows of one customer and day are one order, as the models fitted to this file count them;
 * it stands at noon in New York, as the file gives no hour. An order has a line of item {@code cd}
 * for every row with CDs; its unit price is dollars by CDs, rounded, so that the total is right
 * where the lines may be a cent off.
 */
final class CdnowFormat implements ImportFormat {
  private static final int CHUNK_ROWS = 100_000;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Predicate<String> HEADER = line -> line.contains("customer_id");
  private static final MinorUnits CENTS = MinorUnits.of("USD");

  @Override
  public String name() {
    return "cdnow";
  }

  @Override
  public String currency() {
    return "USD";
  }

  @Override
  public ZoneId zone() {
    return NEW_YORK;
  }

  @Override
  public String description() {
    return "CDNOW: eighteen months of purchases of a music shop's new customers of early 1997; one"
        + " order is all that a customer bought on one day.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    try (OrderAssembly days = new OrderAssembly(sink, CHUNK_ROWS)) {
      TextLines.read(file, HEADER, sink, (number, line) -> read(number, line, days));
      days.finish();
    }
  }

  private void read(long number, String line, OrderAssembly days) throws RowRefused, IOException {
    CdnowRow row = CdnowRow.parse(line);
    String order = row.customer() + "-" + row.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    long noon = TimeText.possible(noonOf(row.day()), row.day());
    OrderEvent event =
        OrderEvent.newBuilder()
            .setEventId(name() + "-" + order)
            .setCustomerId(row.customer())
            .setTime(noon)
            .setSource(name())
            .setType(OrderType.PAID)
            .setOrderId(order)
            .setPlacedAt(noon)
            .setLines(lines(row))
            .setCurrency(currency())
            .build();
    days.add(new OrderPart(order, number, event, row.dollars()));
  }

  private static long noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(NEW_YORK).toInstant().toEpochMilli();
  }

  private static List<OrderLine> lines(CdnowRow row) {
    if (row.compactDiscs() <= 0) {
      return List.of();
    }
    BigDecimal each =
        row.dollars().divide(BigDecimal.valueOf(row.compactDiscs()), MathContext.DECIMAL64);
    return List.of(
        OrderLine.newBuilder()
            .setItem("cd")
            .setQuantity(row.compactDiscs())
            .setUnitPrice(CENTS.round(each))
            .build());
  }
}
