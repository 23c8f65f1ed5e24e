package io.kairos.flink;

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
import java.util.List;
import org.apache.avro.message.MessageEncoder;

/** Records as producers would write them. Event ids are made of what the record says. */
public final class Wire {
  private Wire() {}

  public static byte[] view(String customer, long time) {
    return bytes(
        ClickstreamEvent.getEncoder(),
        ClickstreamEvent.newBuilder()
            .setEventId("view-" + customer + time)
            .setCustomerId(customer)
            .setTime(time)
            .setType(ClickType.VIEW)
            .build());
  }

  public static byte[] added(String customer, String item, long price, long time) {
    return cart(customer, CartType.ADDED, item, price, 1, time);
  }

  public static byte[] cart(
      String customer, CartType type, String item, long price, int quantity, long time) {
    return bytes(
        CartEvent.getEncoder(),
        CartEvent.newBuilder()
            .setEventId(type + "-" + customer + item + time)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setItem(item)
            .setPrice(price)
            .setQuantity(quantity)
            .build());
  }

  public static byte[] order(
      String customer, OrderType type, String orderId, long total, long time) {
    return bytes(
        OrderEvent.getEncoder(),
        OrderEvent.newBuilder()
            .setEventId(type + "-" + orderId + "-" + time + "-" + total)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setOrderId(orderId)
            .setTotal(total)
            .setLines(List.of(OrderLine.newBuilder().setItem("tea").setUnitPrice(total).build()))
            .build());
  }

  public static byte[] consents(String customer, String channel, long time) {
    return bytes(
        CustomerEvent.getEncoder(),
        CustomerEvent.newBuilder()
            .setEventId("consent-" + customer + channel)
            .setCustomerId(customer)
            .setTime(time)
            .setType(CustomerType.CONSENT_CHANGED)
            .setConsents(List.of(Consent.newBuilder().setChannel(channel).setGranted(true).build()))
            .build());
  }

  public static byte[] erase(String customer, long time) {
    return bytes(
        CustomerEvent.getEncoder(),
        CustomerEvent.newBuilder()
            .setEventId("erase-" + customer + time)
            .setCustomerId(customer)
            .setTime(time)
            .setType(CustomerType.ERASE)
            .build());
  }

  public static <T> byte[] bytes(MessageEncoder<T> encoder, T record) {
    try {
      return encoder.encode(record).array();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
