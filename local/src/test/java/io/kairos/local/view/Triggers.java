package io.kairos.local.view;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;

/** Triggers of which only what a test says matters. */
final class Triggers {
  private Triggers() {}

  static Trigger send(String id, String rule) {
    return trigger(id, rule, TriggerKind.SEND);
  }

  static Trigger cancel(String id, String rule) {
    return trigger(id, rule, TriggerKind.CANCEL);
  }

  private static Trigger trigger(String id, String rule, TriggerKind kind) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(kind)
        .setCustomerId("c1")
        .setRule(rule)
        .setRuleVersion(1)
        .setOccasion("o")
        .setChannel("push")
        .setTemplate("t")
        .setCurrency("CNY")
        .setAnchorTime(0)
        .setEventTime(1)
        .setNotBefore(1)
        .setValidUntil(2)
        .setReason("Because of " + id + ".")
        .build();
  }
}
