package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Motion;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Feature;
import io.kairos.engine.fact.Features;
import io.kairos.engine.interest.Decay;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Score;
import io.kairos.engine.interest.Scores;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every feature is what its definition says, for any events and at any time. */
@Domain(Shoppers.class)
@Domain(DomainContext.Global.class)
class FeaturesAgainstOracleTest {
  private static final CustomerEngine ENGINE =
      new CustomerEngine(Story.RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
  private static final Decay DECAY = new Decay(Duration.ofDays(14).toMillis());

  @Property(tries = 400)
  void countsByDayAreWhatTheirDefinitionsSay(@ForAll Shoppers.Shopper shopper) {
    requireNumbers(shopper, oracle(shopper).byDay());
  }

  @Property(tries = 400)
  void countsByDayTakeLateEventsInOnTheirOwnDay(@ForAll Shoppers.Late late) {
    Heard heard = heard(late.shopper());
    Assume.that(heard.refusals().isEmpty());

    requireNumbers(heard, oracle(late.shopper()).byDay());
  }

  @Property(tries = 400)
  void visitsAreWhatTheirDefinitionsSay(@ForAll Shoppers.Shopper shopper) {
    requireNumbers(shopper, oracle(shopper).visits());
  }

  @Property(tries = 400)
  void moneyIsWhatItsDefinitionsSay(@ForAll Shoppers.Shopper shopper) {
    requireNumbers(shopper, oracle(shopper).money());
  }

  @Property(tries = 300)
  void interestsFadeByTheirHalfLife(@ForAll Shoppers.Late late) {
    Heard heard = heard(late.shopper());
    Assume.that(heard.refusals().isEmpty());
    Interests interests = heard.facts().profile().interests();

    requireWeights(late.shopper(), false, interests, interests.categories());
    requireWeights(late.shopper(), true, interests, interests.brands());
  }

  /** A value that is another one later was announced to change by then. */
  @Property(tries = 300)
  void nothingChangesByTimeAloneUnannounced(
      @ForAll Shoppers.Shopper shopper, @ForAll @IntRange(min = 1, max = 600_000) int minutes) {
    Facts now = heard(shopper).facts();
    Facts later = now.at(now.nowMillis() + Duration.ofMinutes(minutes).toMillis());
    for (Feature feature : Features.all()) {
      if (!Objects.equals(value(feature, now), value(feature, later))) {
        assertThat(feature.motion().changes(now))
            .as(feature.name())
            .isBetween(now.nowMillis() + 1, later.nowMillis());
        requireFlips(feature, now, later);
      }
    }
  }

  /** A comparison that comes out otherwise later was announced, too. */
  private static void requireFlips(Feature feature, Facts now, Facts later) {
    if (!(feature.reading() instanceof Feature.Number number)) {
      return;
    }
    double before = number.of().applyAsDouble(now);
    double after = number.of().applyAsDouble(later);
    for (double limit : new double[] {before, after, (before + after) / 2}) {
      for (Comparison comparison : Comparison.values()) {
        if (comparison.holds(before, limit) != comparison.holds(after, limit)) {
          assertThat(feature.motion().flips(now, comparison, limit))
              .as(feature.name() + " " + comparison + " " + limit)
              .isBetween(now.nowMillis() + 1, later.nowMillis());
        }
      }
    }
  }

  @Property(tries = 200)
  void theWayAlongTheFlipsEnds(@ForAll Shoppers.Shopper shopper) {
    Facts now = heard(shopper).facts();
    for (Feature feature : Features.all()) {
      if (feature.reading() instanceof Feature.Number && !feature.motion().continuous()) {
        Facts at = now;
        int steps = 0;
        for (long next = flip(feature, at); next != Motion.NEVER; next = flip(feature, at)) {
          assertThat(next).as(feature.name()).isGreaterThan(at.nowMillis());
          at = at.at(next);
          assertThat(++steps).as(feature.name()).isLessThan(200);
        }
      }
    }
  }

  private static long flip(Feature feature, Facts at) {
    return feature.motion().flips(at, Comparison.AT_LEAST, 3);
  }

  private static void requireWeights(
      Shoppers.Shopper shopper, boolean brand, Interests interests, Scores scores) {
    Map<String, Double> expected = oracle(shopper).weights(brand);
    expected.forEach(
        (name, weight) -> {
          if (weight > 1e-4) {
            assertThat(weight(scores, name) * interests.left(shopper.nowMillis(), DECAY))
                .as(name)
                .isCloseTo(weight, within(weight * 1e-3));
          }
        });
  }

  private static double weight(Scores scores, String name) {
    return scores.all().stream()
        .filter(score -> score.name().equals(name))
        .mapToDouble(Score::weight)
        .sum();
  }

  private static void requireNumbers(Shoppers.Shopper shopper, Map<String, Double> expected) {
    requireNumbers(heard(shopper), expected);
  }

  private static void requireNumbers(Heard heard, Map<String, Double> expected) {
    expected.forEach(
        (name, number) -> {
          double said = heard.number(name);
          if (Double.isNaN(number)) {
            assertThat(said).as(name).isNaN();
          } else {
            assertThat(said).as(name).isCloseTo(number, within(1e-9));
          }
        });
  }

  private static NaiveFeatures oracle(Shoppers.Shopper shopper) {
    return new NaiveFeatures(shopper.events(), shopper.nowMillis());
  }

  private static Heard heard(Shoppers.Shopper shopper) {
    Heard heard = new Heard();
    long now = shopper.nowMillis();
    heard.ends(
        ENGINE.advance(CustomerState.of("u1"), shopper.events(), now, heard), Story.RULES, now);
    return heard;
  }

  private static Object value(Feature feature, Facts facts) {
    if (feature.reading() instanceof Feature.Number number) {
      return number.of().applyAsDouble(facts);
    }
    if (feature.reading() instanceof Feature.Text text) {
      return text.of().apply(facts);
    }
    return ((Feature.Flag) feature.reading()).of().test(facts);
  }
}
