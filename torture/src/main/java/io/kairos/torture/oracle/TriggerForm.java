package io.kairos.torture.oracle;

import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the records of a customer's triggers, every field of them. */
final class TriggerForm {
  private final String customerId;
  private final String currency;
  private final Profile profile;

  TriggerForm(String customerId, String currency, Profile profile) {
    this.customerId = customerId;
    this.currency = currency;
    this.profile = profile;
  }

  Trigger send(Candidate candidate, Delivery.Way way) {
    Explanation why = Explanation.of(candidate, profile, currency);
    Trigger.Builder record = about(candidate.run(), candidate.written().id());
    subject(candidate.run(), record);
    return record
        .setId(id(candidate.run(), candidate.written().id()))
        .setKind(TriggerKind.SEND)
        .setChannel(way.channel())
        .setTemplate(way.written().template())
        .setOffer(way.written().offer())
        .setData(data(way.written(), candidate.run()))
        .setEventTime(candidate.atMillis())
        .setNotBefore(candidate.atMillis())
        .setValidUntil(candidate.atMillis() + way.written().validForMillis())
        .setReason(why.sentence())
        .setEvidence(why.evidence())
        .build();
  }

  Trigger cancel(Sent message, TakingBack.Reason reason, long nowMillis) {
    Trigger sent = message.trigger();
    return about(message.run(), sent.getStep())
        .setId(Hashes.id("cancel", sent.getId()))
        .setKind(TriggerKind.CANCEL)
        .setChannel(sent.getChannel())
        .setTemplate(sent.getTemplate())
        .setAnchorTime(sent.getAnchorTime())
        .setEventTime(nowMillis)
        .setNotBefore(nowMillis)
        .setValidUntil(sent.getValidUntil())
        .setReason("Taken back: " + reason.words() + ".")
        .setEvidence(List.of())
        .setCancels(sent.getId())
        .setCancelReason(reason.name())
        .build();
  }

  private String id(Run run, String step) {
    return Hashes.id(customerId, run.rule().id(), step, run.occasion());
  }

  private Trigger.Builder about(Run run, String step) {
    WrittenRule.Manner manner = run.rule().manner();
    return Trigger.newBuilder()
        .setMode(Mode.LIVE)
        .setCustomerId(customerId)
        .setRule(run.rule().id())
        .setRuleVersion(1)
        .setStep(step)
        .setOccasion(run.occasion())
        .setPurpose(manner.service() ? "service" : "marketing")
        .setPriority(manner.priority())
        .setAnchorTime(run.anchorMillis())
        .setCurrency(currency)
        .setTier(profile.tierLabel())
        .setLanguage(profile.person().language())
        .setTimeZone(profile.person().timeZone());
  }

  private void subject(Run run, Trigger.Builder record) {
    Per per = run.rule().start().per();
    if (per == Per.CART) {
      record
          .setItems(profile.cart().items())
          .setItemCount(profile.cart().count())
          .setAmount(profile.cart().valueMinor())
          .setCartId(profile.cart().id());
    } else if (per == Per.ORDER) {
      record.setOrderId(run.key());
    }
  }

  /** What is not known is left out. */
  private Map<String, String> data(WrittenRule.Case written, Run run) {
    Map<String, String> data = new TreeMap<>();
    Situation situation = run.over(profile);
    written
        .data()
        .forEach((name, asked) -> situation.of(asked).ifPresent(v -> data.put(name, v.text())));
    return data;
  }
}
