package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdnowFormatTest {
  private final ImportFormat format = new CdnowFormat();

  @Test
  void makesACustomersDayOneOrder() throws IOException {
    OrderEvent day = orders("cdnow-master.txt").get(1);
    assertThat(day.getCustomerId()).isEqualTo("00001");
    assertThat(day.getOrderId()).isEqualTo("00001-19970103");
    assertThat(day.getTotal()).isEqualTo(2_501);
    assertThat(day.getLines()).extracting(OrderLine::getQuantity).containsExactly(2, 1);
    assertThat(day.getLines()).extracting(OrderLine::getUnitPrice).containsExactly(1_001L, 500L);
  }

  @Test
  void setsOrdersByTimeAtNoonInNewYork() throws IOException {
    assertThat(orders("cdnow-master.txt"))
        .extracting(order -> Instant.ofEpochMilli(order.getTime()).toString())
        .containsExactly("1997-01-01T17:00:00Z", "1997-01-03T17:00:00Z", "1997-04-02T17:00:00Z");
  }

  @Test
  void keepsAnOrderOfNothing() throws IOException {
    OrderEvent nothing = orders("cdnow-master.txt").get(0);
    assertThat(nothing.getTotal()).isZero();
    assertThat(nothing.getLines()).isEmpty();
  }

  @Test
  void readsTheSampleUnderTheIdsOfTheMaster() throws IOException {
    assertThat(orders("cdnow-sample.txt")).containsExactly(orders("cdnow-master.txt").get(1));
  }

  @Test
  void leavesOutRowsOfAnotherShape() throws IOException {
    ImportCounts counts = Imported.sample(format, "cdnow-master.txt").counts();
    assertThat(counts.rows()).isEqualTo(6);
    assertThat(counts.leftOut(LeftOut.BAD_TIME).example())
        .isEqualTo("line 6: not a date: '199701'");
    assertThat(counts.leftOut(LeftOut.MALFORMED).example()).isEqualTo("line 7: 2 columns");
  }

  private List<OrderEvent> orders(String file) throws IOException {
    return Imported.sample(format, file).records(OrderEvent.class);
  }
}
