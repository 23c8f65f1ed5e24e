package io.kairos.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  @Test
  void readsAView() throws IOException {
    ClickstreamEvent view =
        ClickstreamEvent.newBuilder()
            .setCustomerId("c1")
            .setTime(7)
            .setType(ClickType.VIEW)
            .setItem("i1")
            .setCategory("phone")
            .build();

    ShopEvent read = EventReader.click(bytes(ClickstreamEvent.getEncoder().encode(view)));

    assertThat(read.customerId).isEqualTo("c1");
    assertThat(read.time).isEqualTo(7);
    assertThat(read.type).isEqualTo(EventType.VIEW);
    assertThat(read.item).isEqualTo("i1");
    assertThat(read.category).isEqualTo("phone");
    assertThat(read.cents).isZero();
  }

  @Test
  void takesOneUnitWhereAChangeOfTheCartSaysNothing() throws IOException {
    assertThat(cart(CartType.ADDED, null).quantityAfter(2)).isEqualTo(3);
    assertThat(cart(CartType.REMOVED, null).quantityAfter(2)).isEqualTo(1);
    assertThat(cart(CartType.REMOVED, null).quantityAfter(0)).isZero();
    assertThat(cart(CartType.QUANTITY_CHANGED, 5).quantityAfter(2)).isEqualTo(5);
    assertThat(cart(CartType.EMPTIED, null).type).isEqualTo(EventType.CART_EMPTIED);
  }

  @Test
  void tellsTheCustomersDoingFromTheShops() throws IOException {
    assertThat(order(OrderType.PAID).type.isActivity()).isTrue();
    assertThat(order(OrderType.PAID).cents).isEqualTo(900);
    assertThat(order(OrderType.SHIPPED).type.isActivity()).isFalse();
  }

  private static ShopEvent cart(CartType type, Integer quantity) throws IOException {
    CartEvent cart =
        CartEvent.newBuilder()
            .setCustomerId("c1")
            .setTime(7)
            .setType(type)
            .setQuantity(quantity)
            .build();
    return EventReader.cart(bytes(CartEvent.getEncoder().encode(cart)));
  }

  private static ShopEvent order(OrderType type) throws IOException {
    OrderEvent order =
        OrderEvent.newBuilder().setCustomerId("c1").setTime(7).setType(type).setTotal(900).build();
    return EventReader.order(bytes(OrderEvent.getEncoder().encode(order)));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
