package io.kairos.engine.segment;

import io.kairos.engine.fact.Groups;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups that a customer is in.
 *
 * @param holding the tier
 * @param lifecycle the stage; null before the first event
 * @param segments those that hold, in the order in which they were entered; at most {@value #MOST}
 * @param left the last stages and segments that ended, the latest first; at most {@value #HISTORY}
 * @param checkAtMillis when time alone may change any of it, epoch milliseconds; {@link
 *     Long#MAX_VALUE} for never
 */
public record Standing(
    Holding holding,
    Membership lifecycle,
    List<Membership> segments,
    List<Left> left,
    long checkAtMillis)
    implements Groups {
  /** Most segments that can hold at once; a rule file declares no more. */
  public static final int MOST = 12;

  /** How many endings are remembered. */
  public static final int HISTORY = 4;

  public static final Standing NEW =
      new Standing(Holding.NONE, null, List.of(), List.of(), Long.MAX_VALUE);

  /**
   * A tier that is held.
   *
   * @param sinceMillis since when, epoch milliseconds; 0 while it never changed
   */
  public record Holding(Tier tier, long sinceMillis) {
    static final Holding NONE = new Holding(Tier.NONE, 0);
  }

  /** The tier, as a constant. */
  public Tier rank() {
    return holding.tier();
  }

  @Override
  public String tier() {
    return holding.tier().label();
  }

  @Override
  public String stage() {
    return lifecycle == null ? null : lifecycle.name();
  }

  @Override
  public boolean in(String segment) {
    return segment.equals(stage()) || membership(segment) != null;
  }

  /** Since when a segment holds; null if it does not. */
  Membership membership(String segment) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).name().equals(segment)) {
        return segments.get(i);
      }
    }
    return null;
  }

  Standing holding(Tier tier, long now) {
    return new Standing(new Holding(tier, now), lifecycle, segments, left, checkAtMillis);
  }

  Standing at(String stage, long now) {
    List<Left> ended = lifecycle == null ? left : ended(lifecycle, now);
    return new Standing(holding, Membership.since(stage, now), segments, ended, checkAtMillis);
  }

  Standing entering(String segment, long now) {
    List<Membership> next = new ArrayList<>(segments);
    next.add(Membership.since(segment, now));
    return new Standing(holding, lifecycle, List.copyOf(next), left, checkAtMillis);
  }

  Standing leaving(Membership segment, long now) {
    List<Membership> next = new ArrayList<>(segments);
    next.remove(segment);
    return new Standing(holding, lifecycle, List.copyOf(next), ended(segment, now), checkAtMillis);
  }

  Standing checkedAt(long millis) {
    return new Standing(holding, lifecycle, segments, left, millis);
  }

  private List<Left> ended(Membership was, long now) {
    List<Left> next = new ArrayList<>();
    next.add(new Left(was, Math.floorDiv(now, 1000) * 1000));
    next.addAll(left.subList(0, Math.min(left.size(), HISTORY - 1)));
    return List.copyOf(next);
  }

  public void pack(Packer out) {
    long base = lifecycle == null ? 0 : lifecycle.sinceMillis();
    out.byteValue(holding.tier().ordinal()).instant(holding.sinceMillis(), base, 0);
    out.number(base / 1000).word(stage());
    out.list(segments, (held, to) -> held.pack(to, base));
    out.list(left, (ended, to) -> ended.pack(to, base));
    out.instant(checkAtMillis, base, Long.MAX_VALUE);
  }

  public static Standing unpack(Unpacker in) {
    Tier tier = Tier.at(in.byteValue());
    boolean changed = in.flag();
    long sinceBase = changed ? in.number() : 0;
    long base = in.number() * 1000;
    String stage = in.word();
    return new Standing(
        new Holding(tier, changed ? base + sinceBase : 0),
        stage == null ? null : new Membership(stage, base),
        in.list(from -> Membership.unpack(from, base)),
        in.list(from -> Left.unpack(from, base)),
        in.instant(base, Long.MAX_VALUE));
  }
}
