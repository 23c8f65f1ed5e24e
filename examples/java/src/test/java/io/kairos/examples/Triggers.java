package io.kairos.examples;

import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.time.Duration;

/** Triggers as the job writes them, told by what makes a difference to a receiver. */
final class Triggers {
  private static final long VALID_MILLIS = Duration.ofHours(1).toMillis();

  private final long nowMillis;

  Triggers(long nowMillis) {
    this.nowMillis = nowMillis;
  }

  Trigger send(String id) {
    return trigger(id).build();
  }

  Trigger because(String id, String reason) {
    return trigger(id).setReason(reason).build();
  }

  Trigger expired(String id) {
    return trigger(id).setValidUntil(nowMillis - 1).build();
  }

  Trigger inMode(String id, Mode mode) {
    return trigger(id).setMode(mode).build();
  }

  Trigger cancel(String id, String cancels) {
    return trigger(id)
        .setKind(TriggerKind.CANCEL)
        .setCancels(cancels)
        .setCancelReason("STOPPED")
        .build();
  }

  private Trigger.Builder trigger(String id) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(TriggerKind.SEND)
        .setMode(Mode.LIVE)
        .setCustomerId("ann")
        .setRule("cart-abandon")
        .setRuleVersion(1)
        .setOccasion("cart")
        .setChannel("push")
        .setTemplate("cart-reminder")
        .setCurrency("CNY")
        .setAnchorTime(nowMillis)
        .setEventTime(nowMillis)
        .setNotBefore(nowMillis)
        .setValidUntil(nowMillis + VALID_MILLIS)
        .setReason("Cart of " + id + ".");
  }
}
