package io.kairos.engine.profile;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Plain counts for ever.
 *
 * @param events events applied
 * @param views items viewed
 * @param reducedViews views of items at a discount
 * @param cartAdds additions to the cart, raised quantities included
 * @param likes likes
 * @param comments comments and reviews
 * @param shares shares
 * @param dwellMillis time spent on pages and pieces of content, as far as measured, milliseconds
 */
public record Counts(
    long events,
    long views,
    long reducedViews,
    long cartAdds,
    long likes,
    long comments,
    long shares,
    long dwellMillis) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  /** Most dwell time that one event adds: a day. */
  private static final long LONGEST_DWELL_MILLIS = 24 * 60 * 60 * 1000L;

  Counts plus(Event event, boolean cartAdd) {
    Deed deed = Deed.of(event.name());
    boolean reduced = deed == Deed.VIEW && event instanceof Click click && click.price().reduced();
    long dwell = event instanceof Click click ? click.content().dwellMillis() : 0;
    return new Counts(
        events + 1,
        views + one(deed == Deed.VIEW),
        reducedViews + one(reduced),
        cartAdds + one(cartAdd),
        likes + one(deed == Deed.LIKE),
        comments + one(deed == Deed.COMMENT),
        shares + one(deed == Deed.SHARE),
        dwellMillis + Math.min(dwell, LONGEST_DWELL_MILLIS));
  }

  private static int one(boolean more) {
    return more ? 1 : 0;
  }

  void pack(Packer out) {
    out.unsigned(events).unsigned(views).unsigned(reducedViews).unsigned(cartAdds);
    out.unsigned(likes).unsigned(comments).unsigned(shares).unsigned(dwellMillis);
  }

  static Counts unpack(Unpacker in) {
    return new Counts(
        in.unsigned(),
        in.unsigned(),
        in.unsigned(),
        in.unsigned(),
        in.unsigned(),
        in.unsigned(),
        in.unsigned(),
        in.unsigned());
  }
}
