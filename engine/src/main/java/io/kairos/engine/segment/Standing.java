package io.kairos.engine.segment;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * The tier that a customer holds.
 *
 * @param sinceMillis since when, epoch milliseconds; 0 while it never changed
 * @param reviewAtMillis when time alone may lower it, epoch milliseconds; {@link Long#MAX_VALUE}
 *     for never
 */
public record Standing(Tier tier, long sinceMillis, long reviewAtMillis) {
  public static final Standing NEW = new Standing(Tier.NONE, 0, Long.MAX_VALUE);

  public void pack(Packer out) {
    out.byteValue(tier.ordinal())
        .number(sinceMillis)
        .instant(reviewAtMillis, sinceMillis, Long.MAX_VALUE);
  }

  public static Standing unpack(Unpacker in) {
    Tier tier = Tier.values()[in.byteValue()];
    long since = in.number();
    return new Standing(tier, since, in.instant(since, Long.MAX_VALUE));
  }
}
