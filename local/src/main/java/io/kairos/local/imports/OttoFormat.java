package io.kairos.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/**
 * OTTO recommender systems data set: a line is a session, which stands for a customer, with its
 * clicks, carts and orders. The file has no prices, so every order is worth 0; it does not say
 * which order events belong together, so each is an order of its own.
 */
final class OttoFormat implements ImportFormat {
  @Override
  public String name() {
    return "otto";
  }

  @Override
  public String currency() {
    return "EUR";
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Berlin");
  }

  @Override
  public String description() {
    return "OTTO sessions of a German shop, without prices; a session stands for a customer, and"
        + " one order is one ordered item, of value 0.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    TextLines.read(file, sink, (number, line) -> read(number, Json.object(line), sink));
  }

  /** The whole line is checked before the first event, so that a refused line gives none. */
  private void read(long number, JsonNode session, ImportSink sink) throws RowRefused, IOException {
    if (!session.hasNonNull("session") || !session.path("events").isArray()) {
      throw new RowRefused(LeftOut.MALFORMED, "needs 'session' and an array 'events'");
    }
    for (JsonNode event : session.get("events")) {
      check(event);
    }
    String customer = session.get("session").asText();
    int index = 0;
    for (JsonNode event : session.get("events")) {
      push(number, new Action(name() + "-" + customer + "-" + index++, customer, event), sink);
    }
  }

  private static void check(JsonNode event) throws RowRefused {
    String type = event.path("type").asText();
    if (!List.of("clicks", "carts", "orders").contains(type)) {
      throw new RowRefused(LeftOut.UNKNOWN_TYPE, "unknown type '%s'".formatted(type));
    }
    JsonNode time = event.path("ts");
    if (!time.isIntegralNumber() || !time.canConvertToLong()) {
      throw new RowRefused(LeftOut.BAD_TIME, "'ts' is no number of milliseconds");
    }
    TimeText.possible(time.longValue(), time);
    if (!event.hasNonNull("aid")) {
      throw new RowRefused(LeftOut.MISSING_VALUE, "'aid' is missing");
    }
  }

  private void push(long number, Action action, ImportSink sink) throws IOException {
    switch (action.event.get("type").asText()) {
      case "clicks" -> sink.click(number, click(action));
      case "carts" -> sink.cart(number, cart(action));
      default -> sink.order(number, order(action));
    }
  }

  private record Action(String id, String customer, JsonNode event) {
    String item() {
      return event.get("aid").asText();
    }

    long time() {
      return event.get("ts").asLong();
    }
  }

  private ClickstreamEvent click(Action action) {
    return ClickstreamEvent.newBuilder()
        .setEventId(action.id)
        .setCustomerId(action.customer)
        .setTime(action.time())
        .setSource(name())
        .setType(ClickType.VIEW)
        .setItem(action.item())
        .build();
  }

  private CartEvent cart(Action action) {
    return CartEvent.newBuilder()
        .setEventId(action.id)
        .setCustomerId(action.customer)
        .setTime(action.time())
        .setSource(name())
        .setType(CartType.ADDED)
        .setItem(action.item())
        .setDelta(1)
        .build();
  }

  private OrderEvent order(Action action) {
    return OrderEvent.newBuilder()
        .setEventId(action.id)
        .setCustomerId(action.customer)
        .setTime(action.time())
        .setSource(name())
        .setType(OrderType.PAID)
        .setOrderId(action.id)
        .setPlacedAt(action.time())
        .setLines(List.of(OrderLine.newBuilder().setItem(action.item()).build()))
        .setCurrency(currency())
        .build();
  }
}
