package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {
  private static final String COLUMNS =
      "time=when,customer=who,type=what,item=product,price=unit price,quantity=units,"
          + "order=order no,currency=money";

  @Test
  void readsLocalTimesInTheGivenZone() throws IOException {
    assertThat(read().records(ClickstreamEvent.class).get(0).getTime())
        .isEqualTo(Instant.parse("2024-05-01T06:00:00Z").toEpochMilli());
  }

  @Test
  void joinsTheRowsOfOneOrder() throws IOException {
    OrderEvent order = orders(OrderType.PAID).get(0);
    assertThat(order.getOrderId()).isEqualTo("o-1");
    assertThat(order.getLines()).extracting(OrderLine::getItem).containsExactly("tea", "cup");
    assertThat(order.getTotal()).isEqualTo(1_001);
    assertThat(order.getCurrency()).isEqualTo("EUR");
  }

  @Test
  void takesTheCurrencyOfTheRow() throws IOException {
    OrderEvent order = orders(OrderType.PAID).get(1);
    assertThat(order.getCurrency()).isEqualTo("USD");
    assertThat(order.getTotal()).isEqualTo(2_000);
  }

  @Test
  void keepsTwoPartialRefundsOfOneOrderApart() throws IOException {
    List<OrderEvent> refunds = orders(OrderType.REFUNDED);
    assertThat(refunds).extracting(OrderEvent::getRefundAmount).containsExactly(400L, 400L);
    assertThat(refunds).extracting(OrderEvent::getRefundId).doesNotHaveDuplicates();
    assertThat(refunds).extracting(OrderEvent::getOrderId).containsOnly("o-1");
  }

  @Test
  void addsTheQuantityAndRemovesTheLineWhereThereIsNone() throws IOException {
    CartEvent added = read().records(CartEvent.class).get(0);
    CartEvent removed = read().records(CartEvent.class).get(1);
    assertThat(added.getDelta()).isEqualTo(2);
    assertThat(removed.getQuantity()).isZero();
  }

  @Test
  void saysWhyARowIsLeftOut() throws IOException {
    ImportCounts counts = read().counts();
    assertThat(counts.leftOut(LeftOut.UNKNOWN_TYPE).example())
        .isEqualTo("line 10: unknown type 'veiw', did you mean 'view'?");
    assertThat(counts.leftOut(LeftOut.BAD_NUMBER).example()).isEqualTo("line 11: a quantity of 0");
    assertThat(counts.leftOut(LeftOut.UNKNOWN_CURRENCY).example())
        .isEqualTo("line 12: no currency 'XXQ' in ISO 4217");
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).rows()).isEqualTo(1);
    assertThat(counts.leftOut(LeftOut.MALFORMED).example()).isEqualTo("line 14: only 2 values");
    assertThat(counts.type("registered").events()).isEqualTo(1);
  }

  @Test
  void listsTheHeaderWhenAColumnIsMissing() {
    assertThatThrownBy(() -> read(COLUMNS.replace("=who", "=whom")))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "no column 'whom', did you mean 'who'?; the file has: when, who, what, product,"
                + " unit price, units, order no, money");
  }

  @Test
  void namesTheFileWhoseQuotesDoNotClose(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.csv"), "t,c,e\n1,\"ann,view\n");
    ImportOptions options =
        ImportOptions.defaults().withColumns(ColumnNames.parse("time=t,customer=c,type=e"));
    assertThatThrownBy(() -> Imported.all(new CsvFormat(options), ImportRequest.of(broken)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("broken.csv cannot be read as CSV");
  }

  @Test
  void leavesOutAnOrderOfMoreThanAnAmountCanBe(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("dear.csv"),
            """
            t,c,e,p,q,o
            2026-05-01,ann,order,999999999999,2147483647,o-1
            2026-05-01,ann,order,10,1,o-2
            """);
    ImportOptions options =
        ImportOptions.defaults()
            .withColumns(ColumnNames.parse("time=t,customer=c,type=e,price=p,quantity=q,order=o"));
    Imported imported = Imported.all(new CsvFormat(options), ImportRequest.of(file));

    assertThat(imported.records(OrderEvent.class))
        .extracting(OrderEvent::getOrderId)
        .containsExactly("o-2");
    assertThat(imported.counts().leftOut(LeftOut.BAD_NUMBER).events())
        .containsEntry("order.paid", 1L);
  }

  private static List<OrderEvent> orders(OrderType type) throws IOException {
    return read().records(OrderEvent.class).stream()
        .filter(order -> order.getType() == type)
        .toList();
  }

  private static Imported read() throws IOException {
    return read(COLUMNS);
  }

  private static Imported read(String columns) throws IOException {
    ImportOptions options =
        ImportOptions.defaults()
            .withColumns(ColumnNames.parse(columns))
            .withCurrency("EUR")
            .withZone(ZoneId.of("Europe/Berlin"));
    return Imported.sample(ImportFormat.byName("csv", options), "shop.csv");
  }
}
