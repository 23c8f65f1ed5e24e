package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OttoFormatTest {
  private final ImportFormat format = new OttoFormat();

  @Test
  void mixesSessionsByTime() throws IOException {
    assertThat(read().events())
        .extracting(InputEvent::customerId)
        .containsExactly("8", "7", "8", "7");
  }

  @Test
  void makesAnOrderOfNoValue() throws IOException {
    OrderEvent order = read().records(OrderEvent.class).get(0);
    assertThat(order.getOrderId()).isEqualTo("otto-8-1");
    assertThat(order.getTotal()).isZero();
    assertThat(order.getLines().get(0).getItem()).isEqualTo("12");
  }

  @Test
  void addsOneUnitWithoutPrice() throws IOException {
    CartEvent added = read().records(CartEvent.class).get(0);
    assertThat(added.getDelta()).isEqualTo(1);
    assertThat(added.getPrice()).isNull();
  }

  @Test
  void leavesOutAWholeLineThatHoldsAnUnknownType() throws IOException {
    ImportCounts counts = read().counts();
    assertThat(counts.customers().all()).isEqualTo(2);
    assertThat(counts.leftOut(LeftOut.UNKNOWN_TYPE).example())
        .isEqualTo("line 3: unknown type 'gifts'");
    assertThat(counts.leftOut(LeftOut.MALFORMED).example()).startsWith("line 4: no JSON");
  }

  private Imported read() throws IOException {
    return Imported.sample(format, "otto.jsonl");
  }
}
