package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes a log line by line: who did what, when, and when the log took it. Times are seconds. */
final class Diary {
  /** Second 0, epoch milliseconds. */
  static final long START = Instant.parse("2026-03-10T10:00:00Z").toEpochMilli();

  private final List<LoggedRecord> log = new ArrayList<>();
  private String customer = "ann";
  private long timeMillis = START;
  private long arrivalMillis = START;
  private String nextId;
  private String cartId;
  private Long sequence;
  private int ids;

  /** The log so far. */
  List<LoggedRecord> log() {
    return List.copyOf(log);
  }

  /** Of whom the next lines are; {@code ann} at the beginning. */
  Diary by(String who) {
    customer = who;
    return this;
  }

  /** When the next line happens, and arrives unless it says otherwise. */
  Diary at(double seconds) {
    timeMillis = millis(seconds);
    arrivalMillis = timeMillis;
    return this;
  }

  /** When the next line arrives. */
  Diary arriving(double seconds) {
    arrivalMillis = millis(seconds);
    return this;
  }

  /** The event id of the next line; else each has its own. */
  Diary named(String id) {
    nextId = id;
    return this;
  }

  /** The cart of the lines that follow; null for one without an id, as at the beginning. */
  Diary withCart(String id) {
    cartId = id;
    return this;
  }

  /** Orders the lines that follow within a millisecond. */
  Diary sequence(long place) {
    sequence = place;
    return this;
  }

  static long millis(double seconds) {
    return START + Math.round(seconds * 1000);
  }

  Diary view(String item) {
    return click(ClickType.VIEW, item, null);
  }

  Diary like(String item) {
    return click(ClickType.LIKE, item, null);
  }

  Diary login() {
    return click(ClickType.LOGIN, null, null);
  }

  Diary comment(String item) {
    return click(ClickType.COMMENT, item, null);
  }

  Diary search(String query) {
    return click(ClickType.SEARCH, null, query);
  }

  private Diary click(ClickType type, String item, String query) {
    ClickstreamEvent.Builder click = ClickstreamEvent.newBuilder();
    return write(
        "clickstream",
        () ->
            ClickstreamEvent.getEncoder()
                .encode(
                    click
                        .setEventId(id())
                        .setCustomerId(customer)
                        .setTime(timeMillis)
                        .setSequence(sequence)
                        .setType(type)
                        .setItem(item)
                        .setQuery(query)
                        .build()));
  }

  /** One more unit of an item, at a price in minor units. */
  Diary added(String item, long price) {
    return cart(CartType.ADDED, item, price, null);
  }

  Diary quantity(String item, int units) {
    return cart(CartType.QUANTITY_CHANGED, item, null, units);
  }

  Diary removed(String item) {
    return cart(CartType.REMOVED, item, null, 0);
  }

  /** A change after which the cart has so many units of an item, whatever it is called. */
  Diary put(CartType type, String item, int units) {
    return cart(type, item, null, units);
  }

  Diary emptied() {
    return cart(CartType.EMPTIED, null, null, null);
  }

  private Diary cart(CartType type, String item, Long price, Integer units) {
    CartEvent.Builder cart = CartEvent.newBuilder();
    return write(
        "cart",
        () ->
            CartEvent.getEncoder()
                .encode(
                    cart.setEventId(id())
                        .setCustomerId(customer)
                        .setTime(timeMillis)
                        .setSequence(sequence)
                        .setType(type)
                        .setCartId(cartId)
                        .setItem(item)
                        .setPrice(price)
                        .setQuantity(units)
                        .build()));
  }

  /** A status of an order of single units, worth so many minor units. */
  Diary order(OrderType type, String orderId, long total, String... items) {
    return order(orderOf(type, orderId, total, items));
  }

  /** Money given back. */
  Diary refund(String orderId, String refundId, long amount) {
    return order(
        orderOf(OrderType.REFUNDED, orderId, amount).setRefundId(refundId).setRefundAmount(amount));
  }

  private static OrderEvent.Builder orderOf(
      OrderType type, String orderId, long total, String... items) {
    List<OrderLine> lines =
        Arrays.stream(items).map(item -> OrderLine.newBuilder().setItem(item).build()).toList();
    return OrderEvent.newBuilder()
        .setType(type)
        .setOrderId(orderId)
        .setTotal(total)
        .setLines(lines);
  }

  private Diary order(OrderEvent.Builder order) {
    return write(
        "orders",
        () ->
            OrderEvent.getEncoder()
                .encode(
                    order
                        .setEventId(id())
                        .setCustomerId(customer)
                        .setTime(timeMillis)
                        .setSequence(sequence)
                        .build()));
  }

  Diary consent(String channel, String purpose, boolean granted) {
    return customer(
        CustomerEvent.newBuilder()
            .setType(CustomerType.CONSENT_CHANGED)
            .setConsents(
                List.of(
                    Consent.newBuilder()
                        .setChannel(channel)
                        .setPurpose(purpose)
                        .setGranted(granted)
                        .build())));
  }

  Diary reachable(String channel, boolean yes) {
    return customer(
        CustomerEvent.newBuilder()
            .setType(CustomerType.UPDATED)
            .setReachable(Map.of(channel, yes)));
  }

  Diary details(String language, String timeZone) {
    return customer(
        CustomerEvent.newBuilder()
            .setType(CustomerType.UPDATED)
            .setLanguage(language)
            .setTimeZone(timeZone));
  }

  Diary registered() {
    return customer(CustomerEvent.newBuilder().setType(CustomerType.REGISTERED));
  }

  Diary erased() {
    return customer(CustomerEvent.newBuilder().setType(CustomerType.ERASE));
  }

  private Diary customer(CustomerEvent.Builder event) {
    return write(
        "customers",
        () ->
            CustomerEvent.getEncoder()
                .encode(
                    event
                        .setEventId(id())
                        .setCustomerId(customer)
                        .setTime(timeMillis)
                        .setSequence(sequence)
                        .build()));
  }

  /** Bytes that are no record. */
  Diary unreadable() {
    log.add(new LoggedRecord("orders", 0, log.size(), arrivalMillis, new byte[] {1, 2, 3}));
    return this;
  }

  /** The last line once more, arriving at another time. */
  Diary again(double seconds) {
    LoggedRecord last = log.get(log.size() - 1);
    log.add(new LoggedRecord(last.topic(), 0, log.size(), millis(seconds), last.value()));
    return this;
  }

  private String id() {
    String id = nextId == null ? "e" + ids++ : nextId;
    nextId = null;
    return id;
  }

  private Diary write(String topic, Encoding encoding) {
    try {
      ByteBuffer buffer = encoding.bytes();
      byte[] value = new byte[buffer.remaining()];
      buffer.get(value);
      log.add(new LoggedRecord(topic, 0, log.size(), arrivalMillis, value));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return this;
  }

  private interface Encoding {
    ByteBuffer bytes() throws IOException;
  }
}
