package io.kairos.flink.source;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CartChange.CartItem;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Origin;
import io.kairos.wire.CartEvent;

/** The topic cart as events. */
final class Carts {
  private Carts() {}

  static Event event(CartEvent cart, WireReader.Arrival arrival) {
    return new CartChange(
        new Header(
            cart.getCustomerId(),
            cart.getEventId(),
            Origin.CART,
            arrival.of(cart.getTime(), cart.getSequence()),
            cart.getAttributes()),
        WireReader.name("CART_", cart.getType()),
        Given.text(cart.getCartId()),
        new CartItem(
            new Item(cart.getItem(), Given.text(cart.getCategory()), Given.text(cart.getBrand())),
            given(cart.getQuantity()),
            given(cart.getDelta())),
        Clicks.price(cart.getPrice(), cart.getListPrice(), cart.getCurrency()));
  }

  private static int given(Integer units) {
    return units == null ? CartItem.NOT_GIVEN : units;
  }
}
