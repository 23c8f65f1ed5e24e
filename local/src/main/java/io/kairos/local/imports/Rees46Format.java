package io.kairos.local.imports;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Clickstream of an online shop as the REES46 open data sets give it. A purchase row becomes an
 * order of its own, because rows of one order share nothing that names it. The same row can stand
 * in the file twice; both go in.
 */
final class Rees46Format implements ImportFormat {
  private static final MinorUnits CENTS = MinorUnits.of("USD");
  private static final TimeText TIMES = new TimeText(ZoneOffset.UTC);
  private static final List<String> COLUMNS =
      List.of(
          "event_time",
          "event_type",
          "product_id",
          "category_code",
          "brand",
          "price",
          "user_id",
          "user_session");

  @Override
  public String name() {
    return "rees46";
  }

  @Override
  public String currency() {
    return "USD";
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public String description() {
    return "REES46 eCommerce behaviour data: views, cart changes and purchases of a multi-category"
        + " shop; one order is one purchase row, that is one unit of one product.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    CsvRows.read(file, COLUMNS, sink, row -> read(row, sink));
  }

  private void read(CsvRow row, ImportSink sink) throws RowRefused, IOException {
    String type = row.required("event_type");
    Product product = Product.of(row);
    switch (type) {
      case "view" -> sink.click(row.number(), view(row, product));
      case "cart" -> sink.cart(row.number(), cart(row, product, CartType.ADDED));
      case "remove_from_cart" -> sink.cart(row.number(), cart(row, product, CartType.REMOVED));
      case "purchase" -> sink.order(row.number(), purchase(row, product));
      default ->
          throw new RowRefused(LeftOut.UNKNOWN_TYPE, "unknown event_type '%s'".formatted(type));
    }
  }

  private record Product(String item, String category, String brand, Long priceCents) {
    static Product of(CsvRow row) throws RowRefused {
      var price = row.decimal("price");
      return new Product(
          row.required("product_id"),
          row.text("category_code"),
          row.text("brand"),
          price == null ? null : CENTS.round(price));
    }
  }

  private ClickstreamEvent view(CsvRow row, Product product) throws RowRefused {
    return ClickstreamEvent.newBuilder()
        .setEventId(row.id(name()))
        .setCustomerId(row.customer("user_id"))
        .setTime(TIMES.eventMillis(row.required("event_time")))
        .setSource(name())
        .setType(ClickType.VIEW)
        .setItem(product.item)
        .setCategory(product.category)
        .setBrand(product.brand)
        .setPrice(product.priceCents)
        .setCurrency(currency())
        .setSessionId(row.text("user_session"))
        .build();
  }

  /** An add is of one unit; a removal takes the whole line out, as the file gives no quantity. */
  private CartEvent cart(CsvRow row, Product product, CartType type) throws RowRefused {
    return CartEvent.newBuilder()
        .setEventId(row.id(name()))
        .setCustomerId(row.customer("user_id"))
        .setTime(TIMES.eventMillis(row.required("event_time")))
        .setSource(name())
        .setType(type)
        .setItem(product.item)
        .setCategory(product.category)
        .setBrand(product.brand)
        .setPrice(product.priceCents)
        .setCurrency(currency())
        .setDelta(type == CartType.ADDED ? 1 : null)
        .setQuantity(type == CartType.REMOVED ? 0 : null)
        .build();
  }

  private OrderEvent purchase(CsvRow row, Product product) throws RowRefused {
    long time = TIMES.eventMillis(row.required("event_time"));
    long total = product.priceCents == null ? 0 : product.priceCents;
    return OrderEvent.newBuilder()
        .setEventId(row.id(name()))
        .setCustomerId(row.customer("user_id"))
        .setTime(time)
        .setSource(name())
        .setType(OrderType.PAID)
        .setOrderId(row.id(name()))
        .setPlacedAt(time)
        .setLines(List.of(line(product, total)))
        .setTotal(total)
        .setCurrency(currency())
        .build();
  }

  private static OrderLine line(Product product, long total) {
    return OrderLine.newBuilder()
        .setItem(product.item)
        .setCategory(product.category)
        .setBrand(product.brand)
        .setUnitPrice(total)
        .build();
  }
}
