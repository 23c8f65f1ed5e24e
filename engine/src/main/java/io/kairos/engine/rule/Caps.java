package io.kairos.engine.rule;

import java.util.List;

/**
 * How many messages are too many.
 *
 * @param all each over a rolling window
 * @param gapMillis least time between two messages on any channel, at least 0
 */
public record Caps(List<Cap> all, long gapMillis) {
  public static final Caps NONE = new Caps(List.of(), 0);

  /** Most messages that all caps together may count, so that state stays small. */
  static final int MOST = 24;

  /**
   * A cap.
   *
   * @param channel that it is about; null for all together
   * @param most messages, at least 1
   * @param withinMillis length of the rolling window: a message counts until just before it is that
   *     old
   */
  public record Cap(String channel, int most, long withinMillis) {
    /** The cap in words: "push 2 in 24h". */
    public String words() {
      String of = channel == null ? "all" : channel;
      return of + " " + most + " in " + Durations.text(withinMillis);
    }

    public boolean isAbout(String other) {
      return channel == null || channel.equals(other);
    }
  }

  /** The least time between two messages in words: "2h apart". */
  public String gapWords() {
    return Durations.text(gapMillis) + " apart";
  }

  /** How many messages of a channel must be remembered, beside {@link #mostOfAll}. */
  public int mostOf(String channel) {
    int most = 0;
    for (int i = 0; i < all.size(); i++) {
      Cap cap = all.get(i);
      most = channel.equals(cap.channel()) ? Math.max(most, cap.most()) : most;
    }
    return most;
  }

  /** How many messages on any channel must be remembered. */
  public int mostOfAll() {
    int most = gapMillis > 0 ? 1 : 0;
    for (int i = 0; i < all.size(); i++) {
      Cap cap = all.get(i);
      most = cap.channel() == null ? Math.max(most, cap.most()) : most;
    }
    return most;
  }

  /** How long a message must be remembered at most, milliseconds. */
  public long longestMillis() {
    long longest = gapMillis;
    for (int i = 0; i < all.size(); i++) {
      longest = Math.max(longest, all.get(i).withinMillis());
    }
    return longest;
  }
}
