package io.kairos.flink.source;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CartChange.CartItem;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.wire.CartType;

/** A record of the topic cart, from behind the attributes on. */
final class PlainCart {
  /** The schema whose fields, in their order, are read here. */
  static final long SCHEMA = 0x73f83758a10830d3L;

  private static final EventName[] NAMES = WireReader.names("CART_", CartType.values());

  private PlainCart() {}

  static Event event(Bytes in, Header header) {
    EventName name = NAMES[in.symbol(NAMES.length)];
    String cartId = Given.text(in.optionalText());
    Item item = SharedFields.item(in, in.optionalText());
    Price price = SharedFields.price(in);
    int quantity = in.optionalInteger(CartItem.NOT_GIVEN);
    int delta = in.optionalInteger(CartItem.NOT_GIVEN);
    in.optionalNumber(0); // cartTotal
    in.optionalInteger(0); // cartCount
    return new CartChange(header, name, cartId, new CartItem(item, quantity, delta), price);
  }
}
