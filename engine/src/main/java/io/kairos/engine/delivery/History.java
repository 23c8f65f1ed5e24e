package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Caps;
import io.kairos.engine.rule.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent to a customer, as far as it still matters.
 *
 * @param holdOffs at most {@value #HOLD_OFFS}; beyond that the oldest of the rule that has the most
 *     goes, so that a rule with many keys does not push out another
 * @param valid messages still valid, at most {@value #VALID}, the latest first
 * @param slots messages that caps count, the latest first; as many as the caps need
 */
public record History(List<HoldOff> holdOffs, List<Sent> valid, List<Slot> slots) {
  static final int HOLD_OFFS = 24;
  static final int VALID = 8;

  /** Most bytes that these take together: room for rule, step and key of 45 letters in all. */
  static final int VALID_BYTES = 600;

  public static final History NONE = new History(List.of(), List.of(), List.of());

  /** Until when the run's rule says nothing about its key; nothing if it may speak now. */
  Optional<Long> heldOffUntil(Run run, long now) {
    if (holdOffs.isEmpty()) {
      return Optional.empty();
    }
    HoldOff its = HoldOff.of(run, now);
    for (HoldOff hold : holdOffs) {
      if (hold.untilMillis() > now && hold.holdsOff(its)) {
        return Optional.of(hold.untilMillis());
      }
    }
    return Optional.empty();
  }

  /** With a message that can be taken back. */
  History plus(Sent message) {
    List<Sent> sent = new ArrayList<>(VALID);
    sent.add(message);
    int bytes = message.bytes();
    for (Sent other : valid) {
      bytes += other.bytes();
      if (other.validUntilMillis() > message.releasedMillis()
          && sent.size() < VALID
          && bytes <= VALID_BYTES) {
        sent.add(other);
      }
    }
    return new History(holdOffs, List.copyOf(sent), slots);
  }

  /** With a message that caps count. */
  History plus(Slot slot, Caps caps) {
    List<Slot> next = new ArrayList<>();
    Map<String, Integer> byChannel = new HashMap<>();
    List<Slot> all = new ArrayList<>(slots);
    all.add(0, slot);
    for (int i = 0; i < all.size(); i++) {
      Slot one = all.get(i);
      int place = byChannel.merge(one.channel(), 1, Integer::sum);
      boolean counts = place <= caps.mostOf(one.channel()) || i < caps.mostOfAll();
      if (counts && slot.atMillis() - one.atMillis() < caps.longestMillis()) {
        next.add(one);
      }
    }
    return new History(holdOffs, valid, List.copyOf(next));
  }

  /** Whether neither time nor an event changes anything in it. */
  public boolean isSettled() {
    return valid.isEmpty() && holdOffs.isEmpty();
  }

  /** Without what no longer matters at an instant. */
  History at(long now) {
    return isCurrent(now)
        ? this
        : new History(
            holdOffs.stream().filter(hold -> hold.untilMillis() > now).toList(),
            valid.stream().filter(sent -> sent.validUntilMillis() > now).toList(),
            slots);
  }

  private boolean isCurrent(long now) {
    for (int i = 0; i < holdOffs.size(); i++) {
      if (holdOffs.get(i).untilMillis() <= now) {
        return false;
      }
    }
    for (int i = 0; i < valid.size(); i++) {
      if (valid.get(i).validUntilMillis() <= now) {
        return false;
      }
    }
    return true;
  }

  /** After a message was taken back. */
  History without(Sent cancelled) {
    return new History(
        holdOffs, valid.stream().filter(sent -> !sent.equals(cancelled)).toList(), slots);
  }

  /** With a rule that says nothing more about a run's key for so long. */
  History holdingOff(Run run, long againMillis, long now) {
    boolean ever = againMillis == Long.MAX_VALUE;
    HoldOff its = HoldOff.of(run, ever ? Long.MAX_VALUE : now + againMillis);
    List<HoldOff> next = new ArrayList<>(holdOffs);
    next.removeIf(hold -> hold.untilMillis() <= now || hold.concerns(its));
    if (againMillis > 0) {
      next.add(its);
    }
    if (next.size() > HOLD_OFFS) {
      next.remove(next.stream().min(Comparator.comparingLong(h -> -ofRule(next, h))).orElseThrow());
    }
    return new History(List.copyOf(next), valid, slots);
  }

  private static long ofRule(List<HoldOff> all, HoldOff one) {
    return all.stream().filter(other -> other.rule() == one.rule()).count();
  }

  public void pack(Packer out) {
    out.list(holdOffs, HoldOff::pack).list(valid, Sent::pack);
    if (!slots.isEmpty()) {
      out.unsigned(slots.size());
    }
    long after = 0;
    for (Slot slot : slots) {
      out.word(slot.channel()).number(after - slot.atMillis());
      after = slot.atMillis();
    }
  }

  public static History unpack(Unpacker in) {
    List<HoldOff> holdOffs = in.list(HoldOff::unpack);
    List<Sent> valid = in.list(Sent::unpack);
    List<Slot> slots = new ArrayList<>();
    long after = 0;
    for (int rest = in.more() ? in.unsignedInt() : 0; rest > 0; rest--) {
      String channel = in.word();
      after -= in.number();
      slots.add(new Slot(channel, after));
    }
    return new History(holdOffs, valid, List.copyOf(slots));
  }
}
