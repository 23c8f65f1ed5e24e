package io.kairos.engine.profile;

import io.kairos.engine.interest.Decay;
import java.time.Duration;

/**
 * What a shop declares about profiles.
 *
 * @param interest what shows how much interest
 * @param bots what is too fast for a person
 * @param declared names of the shop's own
 * @param yardsticks what numbers mean
 */
public record ProfilePolicy(
    InterestPolicy interest, BotPolicy bots, Declared declared, Yardsticks yardsticks) {
  public static final ProfilePolicy DEFAULT =
      new ProfilePolicy(
          new InterestPolicy(new Decay(Duration.ofDays(14).toMillis()), 1, 2, 3, 5),
          new BotPolicy(300, 3_000, Duration.ofDays(7).toMillis()),
          Declared.NOTHING,
          Yardsticks.DEFAULT);
}
