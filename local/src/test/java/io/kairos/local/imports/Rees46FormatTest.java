package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Rees46FormatTest {
  private final ImportFormat format = new Rees46Format();

  @Test
  void keepsEqualRowsApart() throws IOException {
    assertThat(read().records(ClickstreamEvent.class))
        .hasSize(2)
        .extracting(ClickstreamEvent::getEventId)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("rees46-"));
  }

  @Test
  void passesOnANegativePriceRoundedToCents() throws IOException {
    ClickstreamEvent view = read().records(ClickstreamEvent.class).get(0);
    assertThat(view.getPrice()).isEqualTo(-301);
    assertThat(view.getCategory()).isNull();
    assertThat(view.getBrand()).isNull();
  }

  @Test
  void makesCartRowsChangesOfOneLine() throws IOException {
    CartEvent added = read().records(CartEvent.class).get(0);
    CartEvent removed = read().records(CartEvent.class).get(1);
    assertThat(added.getType()).isEqualTo(CartType.ADDED);
    assertThat(added.getDelta()).isEqualTo(1);
    assertThat(added.getQuantity()).isNull();
    assertThat(added.getPrice()).isEqualTo(1_250);
    assertThat(removed.getType()).isEqualTo(CartType.REMOVED);
    assertThat(removed.getQuantity()).isZero();
  }

  @Test
  void makesAPurchaseRowAnOrderOfOneLine() throws IOException {
    OrderEvent order = read().records(OrderEvent.class).get(0);
    assertThat(order.getTotal()).isEqualTo(799);
    assertThat(order.getCurrency()).isEqualTo("USD");
    assertThat(order.getLines()).hasSize(1);
    assertThat(order.getLines().get(0).getUnitPrice()).isEqualTo(799);
    assertThat(order.getOrderId()).isEqualTo(order.getEventId());
    assertThat(order.getPlacedAt()).isEqualTo(Instant.parse("2024-03-01T10:01:00Z").toEpochMilli());
  }

  @Test
  void saysWhyARowIsLeftOut() throws IOException {
    ImportCounts counts = read().counts();
    assertThat(counts.rows()).isEqualTo(9);
    assertThat(counts.leftOut(LeftOut.UNKNOWN_TYPE).example())
        .isEqualTo("line 7: unknown event_type 'wishlist'");
    assertThat(counts.leftOut(LeftOut.ANONYMOUS).example())
        .isEqualTo("line 8: no customer in 'user_id'");
    assertThat(counts.leftOut(LeftOut.BAD_TIME).example())
        .isEqualTo("line 9: not a time: 'yesterday'");
    assertThat(counts.leftOut(LeftOut.BAD_NUMBER).rows()).isEqualTo(1);
  }

  @Test
  void refusesAFileOfOtherColumns() {
    assertThatThrownBy(() -> Imported.sample(format, "shop.csv"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("no column 'event_time'")
        .hasMessageContaining("when, who, what, product");
  }

  private Imported read() throws IOException {
    return Imported.sample(format, "rees46.csv");
  }
}
