package io.kairos.engine.delivery;

import io.kairos.engine.rule.Caps;
import io.kairos.engine.rule.Caps.Cap;
import java.util.List;
import java.util.Optional;

/**
 * Too many messages in a rolling window, or too soon after the last one. What only a message of the
 * same instant makes too many is outranked by it. Service messages know no caps and fill none.
 */
final class CapGate implements Gate {

  @Override
  public Optional<Verdict> ask(Question question) {
    if (!question.isMarketing() || question.isRehearsed()) {
      return Optional.empty();
    }
    String channel = question.channel(question.chosen().orElseThrow()).orElseThrow();
    Caps caps = question.set().policy().caps();
    List<Slot> slots = question.history().slots();
    Optional<Verdict> verdict = over(caps, channel, slots, question.now());
    if (verdict.isEmpty()) {
      return verdict;
    }
    List<Slot> before = slots.stream().filter(slot -> slot.atMillis() < question.now()).toList();
    return over(caps, channel, before, question.now()).isPresent()
        ? verdict
        : Optional.of(new Verdict(Fate.OUTRANKED, channel, verdict.get().limit()));
  }

  private static Optional<Verdict> over(Caps caps, String channel, List<Slot> slots, long now) {
    for (Cap cap : caps.all()) {
      if (cap.isAbout(channel) && count(cap, slots, now) >= cap.most()) {
        return Optional.of(new Verdict(Fate.CAPPED, channel, cap.words()));
      }
    }
    for (Slot slot : slots) {
      if (now - slot.atMillis() < caps.gapMillis()) {
        return Optional.of(new Verdict(Fate.CAPPED, channel, caps.gapWords()));
      }
    }
    return Optional.empty();
  }

  private static int count(Cap cap, List<Slot> slots, long now) {
    int count = 0;
    for (Slot slot : slots) {
      if (cap.isAbout(slot.channel()) && now - slot.atMillis() < cap.withinMillis()) {
        count++;
      }
    }
    return count;
  }
}
