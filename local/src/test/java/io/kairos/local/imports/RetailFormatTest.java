package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetailFormatTest {
  private final ImportFormat format = new RetailFormat();

  @Test
  void gathersAnInvoiceFromRowsApart() throws IOException {
    OrderEvent invoice = order(0);
    assertThat(invoice.getOrderId()).isEqualTo("700001");
    assertThat(invoice.getType()).isEqualTo(OrderType.PAID);
    assertThat(invoice.getLines()).extracting(OrderLine::getItem).containsExactly("A1", "B2");
  }

  @Test
  void datesAnInvoiceByItsFirstRowInLondonSummerTime() throws IOException {
    assertThat(order(0).getTime()).isEqualTo(Instant.parse("2011-07-01T08:30:00Z").toEpochMilli());
  }

  @Test
  void roundsTheExactSumOfAnInvoiceOnce() throws IOException {
    assertThat(order(0).getTotal()).isEqualTo(101);
  }

  @Test
  void makesACancellationARefundOfItsOwn() throws IOException {
    OrderEvent refund = order(1);
    assertThat(refund.getType()).isEqualTo(OrderType.REFUNDED);
    assertThat(refund.getRefundId()).isEqualTo("C700003");
    assertThat(refund.getOrderId()).isEqualTo("C700003");
    assertThat(refund.getRefundAmount()).isEqualTo(34);
    assertThat(refund.getRefundLines()).extracting(OrderLine::getQuantity).containsExactly(1);
    assertThat(refund.getLines()).isEmpty();
  }

  @Test
  void countsInvoicesWithoutCustomerBesideTheirRows() throws IOException {
    ImportCounts counts = read().counts();
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).rows()).isEqualTo(2);
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).events())
        .containsEntry("order.paid", 1L)
        .containsEntry("order.refunded", 1L);
    assertThat(counts.inFile("order.refunded")).isEqualTo(2);
  }

  @Test
  void leavesOutAPurchaseRowOfNegativeQuantity() throws IOException {
    assertThat(read().counts().leftOut(LeftOut.BAD_NUMBER).example())
        .isEqualTo("line 6: invoice 700004 has a quantity of -5");
    assertThat(read().counts().events()).isEqualTo(2);
  }

  private OrderEvent order(int index) throws IOException {
    return read().records(OrderEvent.class).get(index);
  }

  private Imported read() throws IOException {
    return Imported.sample(format, "retail.csv");
  }
}
