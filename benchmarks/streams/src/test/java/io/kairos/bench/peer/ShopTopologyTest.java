package io.kairos.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Arguments;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopTopologyTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Arguments ARGUMENTS =
      Arguments.of(
          "--clicks",
          "clicks",
          "--carts",
          "carts",
          "--orders",
          "orders",
          "--triggers",
          "triggers",
          "--backend",
          "rocksdb");

  private final AtomicInteger processed = new AtomicInteger();
  private TopologyTestDriver driver;
  private String cartId = "k1";

  @BeforeEach
  void begin(@TempDir Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            ShopTopology.of(ARGUMENTS, processed::incrementAndGet), settings, START);
  }

  @AfterEach
  void end() {
    driver.close();
  }

  @Test
  void alertsAnHourAfterTheLastChangeOfTheCart() throws IOException {
    cart("c1", minutes(0), "shoes", 2, 500);
    cart("c1", minutes(30), "hat", 1, 70);
    view("c2", minutes(90));
    assertThat(alerts()).isEmpty();

    view("c2", minutes(95));
    assertThat(alerts()).containsExactly(alert("CART_ABANDONED", minutes(90), 1070));
    view("c2", minutes(300));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void alertsOncePerCart() throws IOException {
    cart("c1", minutes(0), "shoes", 1, 500);
    cart("c1", minutes(100), "hat", 1, 70);
    view("c2", minutes(300));
    assertThat(alerts()).containsExactly(alert("CART_ABANDONED", minutes(60), 500));

    cartId = "k2";
    cart("c1", minutes(310), "hat", 1, 70);
    view("c2", minutes(400));
    assertThat(alerts()).containsExactly(alert("CART_ABANDONED", minutes(370), 70));
  }

  @Test
  void isSilentAboutACartThatWasOrderedOrIsEmpty() throws IOException {
    cart("c1", minutes(0), "shoes", 1, 500);
    order("c1", minutes(60), OrderType.PLACED, 500);
    cart("c1", minutes(65), "hat", 1, 70);
    cart("c1", minutes(66), "hat", 0, 70);
    view("c2", minutes(300));

    assertThat(alerts()).isEmpty();
  }

  @Test
  void alertsOfASilentCartThoughTheNextEventIsAnOrder() throws IOException {
    cart("c1", minutes(0), "shoes", 1, 500);
    order("c1", minutes(61), OrderType.PLACED, 500);

    assertThat(alerts()).containsExactly(alert("CART_ABANDONED", minutes(60), 500));
  }

  @Test
  void alertsOncePerSilence() throws IOException {
    view("c1", hours(0));
    view("c1", hours(50));
    order("c1", hours(51), OrderType.SHIPPED, 0);
    view("c2", hours(122));
    assertThat(alerts()).isEmpty();

    view("c2", hours(123));
    view("c2", hours(190));
    assertThat(alerts()).containsExactly(alert("DORMANT", hours(122), 0));

    view("c1", hours(191));
    view("c2", hours(262));
    view("c2", hours(264));
    assertThat(alerts()).containsExactly(alert("DORMANT", hours(263), 0));
  }

  @Test
  void alertsOnceSpendingReachesTheLimitAndAgainAfterItFellBelow() throws IOException {
    order("c1", hours(0), OrderType.PAID, 199_999);
    order("c1", hours(1), OrderType.PAID, 1);
    order("c1", hours(2), OrderType.PAID, 5);
    assertThat(alerts()).containsExactly(alert("VIP", hours(1), 200_000));

    order("c1", hours(30 * 24), OrderType.PAID, 200_000);
    assertThat(alerts()).contains(alert("VIP", hours(30 * 24), 200_000));
  }

  @Test
  void keepsTheProfile() throws IOException {
    view("c1", minutes(0));
    view("c1", minutes(31));
    order("c1", minutes(40), OrderType.PAID, 900);

    Profile profile = driver.<String, Profile>getKeyValueStore(ProfileStores.PROFILES).get("c1");

    assertThat(profile.getCounts()).containsEntry("VIEW", 2L).containsEntry("ORDER_PAID", 1L);
    assertThat(profile.getDays()).hasSize(1);
    assertThat(profile.getSessions()).isEqualTo(2);
    assertThat(profile.getCategories()).containsEntry("phone", 2L);
    assertThat(profile.getLastItems()).containsExactly("i1");
    assertThat(profile.getPaidCents()).isEqualTo(900);
    assertThat(processed).hasValue(3);
  }

  private void view(String customer, Duration after) throws IOException {
    ClickstreamEvent view =
        ClickstreamEvent.newBuilder()
            .setCustomerId(customer)
            .setTime(millis(after))
            .setType(ClickType.VIEW)
            .setItem("i1")
            .setCategory("phone")
            .build();
    send("clicks", customer, ClickstreamEvent.getEncoder().encode(view));
  }

  private void cart(String customer, Duration after, String item, int quantity, long price)
      throws IOException {
    CartEvent cart =
        CartEvent.newBuilder()
            .setCustomerId(customer)
            .setCartId(cartId)
            .setTime(millis(after))
            .setType(quantity == 0 ? CartType.REMOVED : CartType.ADDED)
            .setItem(item)
            .setQuantity(quantity)
            .setPrice(price)
            .build();
    send("carts", customer, CartEvent.getEncoder().encode(cart));
  }

  private void order(String customer, Duration after, OrderType type, long total)
      throws IOException {
    OrderEvent order =
        OrderEvent.newBuilder()
            .setCustomerId(customer)
            .setTime(millis(after))
            .setType(type)
            .setTotal(total)
            .build();
    send("orders", customer, OrderEvent.getEncoder().encode(order));
  }

  private void send(String topic, String customer, ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(customer, bytes);
  }

  private List<String> alerts() {
    return driver
        .createOutputTopic("triggers", new StringDeserializer(), new StringDeserializer())
        .readValuesToList()
        .stream()
        .filter(alert -> alert.contains("c1"))
        .toList();
  }

  private static String alert(String rule, Duration after, long cents) {
    return "{\"customerId\":\"c1\",\"rule\":\"%s\",\"time\":%d,\"cents\":%d}"
        .formatted(rule, millis(after), cents);
  }

  private static long millis(Duration after) {
    return START.plus(after).toEpochMilli();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
