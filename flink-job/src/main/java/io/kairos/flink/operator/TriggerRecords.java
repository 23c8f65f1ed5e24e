package io.kairos.flink.operator;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import io.kairos.wire.Evidence;
import io.kairos.wire.Mode;
import io.kairos.wire.TriggerItem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The engine's triggers and decisions as Avro records. */
public final class TriggerRecords {
  private final Mode mode;

  public TriggerRecords(Mode mode) {
    this.mode = mode;
  }

  public io.kairos.wire.Trigger trigger(Trigger trigger) {
    io.kairos.wire.Trigger.Builder record = io.kairos.wire.Trigger.newBuilder();
    identity(trigger, record);
    subject(trigger, record);
    times(trigger, record);
    record
        .setReason(trigger.why().reason())
        .setEvidence(trigger.why().evidence().stream().map(TriggerRecords::evidence).toList());
    if (trigger.kind() == TriggerKind.CANCEL) {
      record
          .setCancels(trigger.cancellation().cancels())
          .setCancelReason(trigger.cancellation().reason().name());
    }
    return record.build();
  }

  private void identity(Trigger trigger, io.kairos.wire.Trigger.Builder record) {
    Trigger.Reference reference = trigger.reference();
    record
        .setId(reference.id())
        .setKind(io.kairos.wire.TriggerKind.valueOf(trigger.kind().name()))
        .setMode(mode(trigger.message().manner().rehearsal()))
        .setCustomerId(reference.customerId())
        .setRule(reference.rule())
        .setRuleVersion(reference.ruleVersion())
        .setStep(reference.step())
        .setOccasion(reference.occasion())
        .setChannel(trigger.message().channel())
        .setTemplate(trigger.message().content().template())
        .setOffer(trigger.message().content().offer())
        .setData(trigger.message().content().data())
        .setPurpose(trigger.message().manner().purpose().name().toLowerCase(Locale.ROOT))
        .setVariant(trigger.message().manner().variant())
        .setPriority(trigger.message().priority());
  }

  /** What is for testers says so, unless it is for nobody. */
  private Mode mode(boolean rehearsal) {
    return rehearsal && mode == Mode.LIVE ? Mode.TEST : mode;
  }

  private static void subject(Trigger trigger, io.kairos.wire.Trigger.Builder record) {
    Cart cart = trigger.message().cart();
    record
        .setOrderId(trigger.message().subject().orderId())
        .setCurrency(trigger.customer().currency())
        .setTier(trigger.customer().tier().label())
        .setLanguage(trigger.customer().details().language())
        .setTimeZone(trigger.customer().details().timeZone());
    if (cart != null) {
      record
          .setItems(items(cart))
          .setItemCount((int) Math.min(Integer.MAX_VALUE, cart.count()))
          .setAmount(cart.valueMinor())
          .setCartId(cart.id());
    }
  }

  private static List<TriggerItem> items(Cart cart) {
    return cart.lines().stream()
        .filter(line -> line.item() != null)
        .limit(Cart.NAMED)
        .map(TriggerRecords::item)
        .toList();
  }

  /** A price of 0 is one that is not known. */
  private static TriggerItem item(CartLine line) {
    return TriggerItem.newBuilder()
        .setItem(line.item())
        .setQuantity(line.quantity())
        .setUnitPrice(line.unitMinor() == 0 ? null : line.unitMinor())
        .build();
  }

  private static void times(Trigger trigger, io.kairos.wire.Trigger.Builder record) {
    Trigger.Times times = trigger.times();
    record
        .setAnchorTime(times.anchorMillis())
        .setEventTime(times.releasedMillis())
        .setNotBefore(times.releasedMillis())
        .setValidUntil(times.validUntilMillis());
  }

  private static Evidence evidence(io.kairos.engine.trigger.Evidence seen) {
    return new Evidence(seen.name(), Objects.toString(seen.value(), ""), seen.limit());
  }

  public io.kairos.wire.Decision decision(Decision decision) {
    return io.kairos.wire.Decision.newBuilder()
        .setId(decision.id())
        .setCustomerId(decision.customerId())
        .setRule(decision.run().rule())
        .setRuleVersion(decision.run().version())
        .setStep(decision.step())
        .setOccasion(decision.run().occasion())
        .setGate(decision.fate().gate())
        .setReason(decision.fate().name())
        .setValue(decision.value())
        .setLimit(decision.limit())
        .setExperiment(decision.treatment().experiment())
        .setVariant(decision.treatment().variant())
        .setHeldOut(decision.fate() == Fate.HELD_OUT)
        .setDecidedAt(decision.atMillis())
        .setMode(mode(decision.treatment().rehearsal()))
        .build();
  }
}
