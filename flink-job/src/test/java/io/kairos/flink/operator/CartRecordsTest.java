package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.config.KairosConfig.Decisions;
import io.kairos.flink.source.WireReader;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.Mode;
import io.kairos.wire.Profile;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerItem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What messages and profiles say of a cart. */
class CartRecordsTest {
  private static final long NOON = 1_773_115_200_000L;
  private static final Decisions DECISIONS =
      new Decisions(
          "CNY",
          "Asia/Shanghai",
          """
          rules:
            - {id: left, event: cart.added, per: cart, send: {channel: push, template: left}}
          """,
          null,
          List.of(),
          null,
          0);

  private final CartEvent.Builder added =
      CartEvent.newBuilder()
          .setEventId("e1")
          .setCustomerId("ann")
          .setTime(NOON)
          .setType(CartType.ADDED)
          .setItem("tea");

  @Test
  void aCartWithAnIdIsNamedByIt() throws Exception {
    added.setCartId("cart-7");

    assertThat(message().getCartId()).isEqualTo("cart-7");
    assertThat(profile().getCartId()).isEqualTo("cart-7");
  }

  @Test
  void aCartWithoutAnIdHasNone() throws Exception {
    assertThat(message().getCartId()).isNull();
    assertThat(profile().getCartId()).isNull();
  }

  @Test
  void anIdThatIsTooLongToBeKeptIsNotReplacedByAHash() throws Exception {
    added.setCartId("c".repeat(41));

    assertThat(message().getCartId()).isNull();
  }

  @Test
  void aPriceThatIsNotKnownIsNotSaidToBeNothing() throws Exception {
    assertThat(message().getItems()).extracting(TriggerItem::getUnitPrice).containsOnlyNulls();
  }

  @Test
  void aPriceThatIsKnownIsTold() throws Exception {
    added.setPrice(15_00L);

    assertThat(message().getItems()).extracting(TriggerItem::getUnitPrice).containsExactly(15_00L);
  }

  private Trigger message() throws Exception {
    Sent sent = new Sent();
    live(sent);
    return new TriggerRecords(Mode.LIVE).trigger(sent.triggers.get(0));
  }

  private Profile profile() throws Exception {
    CustomerState stored = CustomerState.fromBytes(live(new Sent()).toBytes());
    return new ProfileRecords(DECISIONS).profile(engine().snapshot(stored, NOON));
  }

  private CustomerState live(Outputs out) throws Exception {
    ByteBuffer buffer = CartEvent.getEncoder().encode(added.build());
    byte[] record = new byte[buffer.remaining()];
    buffer.get(record);
    Event event = new WireReader(0).read(Origin.CART, record, NOON);
    return engine().advance(CustomerState.of("ann"), List.of(event), NOON, out);
  }

  private static CustomerEngine engine() {
    return new CustomerEngine(DECISIONS.rules(), DECISIONS.shop(), 60_000);
  }

  private static final class Sent implements Outputs {
    private final List<io.kairos.engine.trigger.Trigger> triggers = new ArrayList<>();

    @Override
    public void trigger(io.kairos.engine.trigger.Trigger trigger) {
      triggers.add(trigger);
    }

    @Override
    public void decision(Decision decision) {}

    @Override
    public void profile(Snapshot profile) {}

    @Override
    public void erased(String customerId) {}

    @Override
    public void refused(Event event, RejectionReason reason) {}

    @Override
    public void behind(Event event) {}
  }
}
