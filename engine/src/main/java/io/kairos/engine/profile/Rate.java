package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How fast a customer's events come, and since when too fast for a person.
 *
 * @param minute minutes since 1970 of the latest event
 * @param inMinute events in that minute
 * @param inHour events in the hour of that minute
 * @param botUntilMillis until when the customer counts as no person, epoch milliseconds; 0 for
 *     never
 */
public record Rate(long minute, int inMinute, int inHour, long botUntilMillis) {
  static final Rate NONE = new Rate(0, 0, 0, 0);

  /** Whether the customer counts as no person at an instant. */
  public boolean isBot(long now) {
    return botUntilMillis > now;
  }

  /** After one more event at a position, epoch milliseconds. */
  Rate plus(long position, BotPolicy policy) {
    long now = position / 60_000;
    int minutes = now == minute ? inMinute + 1 : 1;
    int hours = now / 60 == minute / 60 ? inHour + 1 : 1;
    boolean tooFast = minutes > policy.perMinute() || hours > policy.perHour();
    long until = tooFast ? position + policy.flaggedForMillis() : botUntilMillis;
    return new Rate(
        now, Math.min(minutes, policy.perMinute()), Math.min(hours, policy.perHour()), until);
  }

  void pack(Packer out, long sinceMillis) {
    out.number(minute - sinceMillis / 60_000).unsigned(inMinute).unsigned(inHour);
    out.number(botUntilMillis);
  }

  static Rate unpack(Unpacker in, long sinceMillis) {
    return new Rate(
        sinceMillis / 60_000 + in.number(), in.unsignedInt(), in.unsignedInt(), in.number());
  }
}
