package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was sent to a customer, as far as it still matters.
 *
 * @param holdOffs at most {@value #HOLD_OFFS}; beyond that the oldest of the rule that has the most
 *     goes, so that a rule with many keys does not push out another
 * @param valid messages still valid, at most {@value #VALID}, the latest first
 */
public record History(List<HoldOff> holdOffs, List<Sent> valid) {
  static final int HOLD_OFFS = 24;
  static final int VALID = 8;

  /** Most bytes that these take together; only those of the longest names come near. */
  static final int VALID_BYTES = 350;

  public static final History NONE = new History(List.of(), List.of());

  /** Until when the run's rule says nothing about its key; nothing if it may speak now. */
  Optional<Long> heldOffUntil(Run run, long now) {
    return holdOffs.stream()
        .filter(hold -> hold.holdsOff(run) && hold.untilMillis() > now)
        .map(HoldOff::untilMillis)
        .findFirst();
  }

  /** After a message went out. */
  History plus(Candidate candidate, String channel, long validForMillis) {
    Run run = candidate.run();
    long now = candidate.atMillis();
    List<Sent> sent = new ArrayList<>(VALID);
    sent.add(new Sent(run, candidate.step(), channel, now, now + validForMillis));
    int bytes = sent.get(0).bytes();
    for (Sent other : valid) {
      bytes += other.bytes();
      if (other.validUntilMillis() > now && sent.size() < VALID && bytes <= VALID_BYTES) {
        sent.add(other);
      }
    }
    return new History(
        heldOff(run, candidate.rule().manner().againMillis(), now), List.copyOf(sent));
  }

  /** Without what no longer matters at an instant. */
  History at(long now) {
    boolean current =
        holdOffs.stream().allMatch(hold -> hold.untilMillis() > now)
            && valid.stream().allMatch(sent -> sent.validUntilMillis() > now);
    return current
        ? this
        : new History(
            holdOffs.stream().filter(hold -> hold.untilMillis() > now).toList(),
            valid.stream().filter(sent -> sent.validUntilMillis() > now).toList());
  }

  /** After a message was taken back. */
  History without(Sent cancelled) {
    return new History(holdOffs, valid.stream().filter(sent -> !sent.equals(cancelled)).toList());
  }

  private List<HoldOff> heldOff(Run run, long againMillis, long now) {
    List<HoldOff> next = new ArrayList<>(holdOffs);
    next.removeIf(hold -> hold.untilMillis() <= now || hold.concerns(run));
    if (againMillis > 0) {
      boolean ever = againMillis == Long.MAX_VALUE;
      next.add(HoldOff.of(run, ever ? Long.MAX_VALUE : now + againMillis));
    }
    if (next.size() > HOLD_OFFS) {
      next.remove(next.stream().min(Comparator.comparingLong(h -> -ofRule(next, h))).orElseThrow());
    }
    return List.copyOf(next);
  }

  private static long ofRule(List<HoldOff> all, HoldOff one) {
    return all.stream().filter(other -> other.rule() == one.rule()).count();
  }

  public void pack(Packer out) {
    out.list(holdOffs, HoldOff::pack).list(valid, Sent::pack);
  }

  public static History unpack(Unpacker in) {
    return new History(in.list(HoldOff::unpack), in.list(Sent::unpack));
  }
}
