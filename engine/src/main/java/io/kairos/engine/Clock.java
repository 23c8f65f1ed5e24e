package io.kairos.engine;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How far a customer has come in event time. All epoch milliseconds.
 *
 * @param settledMillis every deadline up to here was fired; {@link Long#MIN_VALUE} before the first
 *     event
 * @param publishedMillis when the profile was published last; {@link Long#MIN_VALUE} for never
 * @param publishAtMillis when it is to be published next; {@link Long#MAX_VALUE} while unchanged
 * @param erasedMillis when the customer was erased; {@link Long#MIN_VALUE} for never
 * @param file tells the rule file of the last look; 0 where it is not known
 */
public record Clock(
    long settledMillis, long publishedMillis, long publishAtMillis, long erasedMillis, int file) {
  static final Clock NEW =
      new Clock(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0);

  Clock settled(long millis) {
    return new Clock(millis, publishedMillis, publishAtMillis, erasedMillis, file);
  }

  /** After a look under a rule file. */
  Clock under(int other) {
    return other == file
        ? this
        : new Clock(settledMillis, publishedMillis, publishAtMillis, erasedMillis, other);
  }

  /** After an event: settled up to just before it, and changed. */
  Clock applied(long now, long publishEveryMillis) {
    return new Clock(
        now - 1, publishedMillis, nextPublication(now, publishEveryMillis), erasedMillis, file);
  }

  Clock changed(long now, long publishEveryMillis) {
    long at = nextPublication(now, publishEveryMillis);
    return at == publishAtMillis
        ? this
        : new Clock(settledMillis, publishedMillis, at, erasedMillis, file);
  }

  /** When the profile goes out that changed now. */
  private long nextPublication(long now, long publishEveryMillis) {
    if (publishAtMillis != Long.MAX_VALUE || publishEveryMillis == CustomerEngine.NEVER) {
      return publishAtMillis;
    }
    boolean never = publishedMillis == Long.MIN_VALUE;
    return never ? now : Math.max(now, publishedMillis + publishEveryMillis);
  }

  Clock publishAt(long now) {
    return new Clock(settledMillis, publishedMillis, now, erasedMillis, file);
  }

  Clock published(long now) {
    return new Clock(settledMillis, now, Long.MAX_VALUE, erasedMillis, file);
  }

  Clock erased(long now) {
    return new Clock(settledMillis, Long.MIN_VALUE, Long.MAX_VALUE, now, file);
  }

  void pack(Packer out) {
    out.instant(settledMillis, 0, Long.MIN_VALUE);
    out.instant(publishedMillis, settledMillis, Long.MIN_VALUE);
    out.instant(publishAtMillis, settledMillis, Long.MAX_VALUE);
    out.instant(erasedMillis, settledMillis, Long.MIN_VALUE);
    if (file != 0) {
      out.hash(file, 4);
    }
  }

  static Clock unpack(Unpacker in) {
    long settled = in.instant(0, Long.MIN_VALUE);
    return new Clock(
        settled,
        in.instant(settled, Long.MIN_VALUE),
        in.instant(settled, Long.MAX_VALUE),
        in.instant(settled, Long.MIN_VALUE),
        in.more() ? (int) in.hash(4) : 0);
  }
}
