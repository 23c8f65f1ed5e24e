package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.Status;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that were published while the job ran, as a story is told by them. */
final class DeployedRulesTest {
  private static final Duration DELAY = Duration.ofSeconds(10);
  private static final String SLOWER =
      """
      {id: cart-series, event: cart.added, per: cart, after: 2h,
       send: {channel: push, template: slower}}
      """;

  @Test
  void areThoseOfTheFileUntilAVersionTakesEffect() throws IOException {
    Setting setting = setting(published(2, "active", SLOWER, 50_000));

    assertThat(setting.history().at(59_999).set().rule("cart-series").version()).isEqualTo(1);
    assertThat(setting.history().at(60_000).set().rule("cart-series").version()).isEqualTo(2);
    assertThat(setting.source().name()).isEqualTo("the file and 1 version published since");
  }

  @Test
  void leaveOutWhatTheJobCannotTake() throws IOException {
    Setting setting =
        setting(published(2, "active", SLOWER.replace("cart.added", "no.such"), 50_000));

    assertThat(setting.rule("cart-series").map(Rule::version)).contains(1);
  }

  @Test
  void stillKnowAWithdrawnRule() throws IOException {
    Setting setting = setting(published(2, "withdrawn", "", 50_000));

    assertThat(setting.rule("cart-series")).isPresent();
    assertThat(setting.ruleIds()).containsExactly("cart-series");
  }

  private static Setting setting(RuleUpdate update) {
    return Setting.of(
        Drafts.SHOP,
        new DeployedRules(
            new DeployedRules.Base("the file", Drafts.CART_SERIES),
            new PublishedRules(List.of(update), DELAY),
            new Adjustment(Set.of(), Optional.empty())));
  }

  private static RuleUpdate published(int version, String status, String body, long atMillis)
      throws IOException {
    RuleRecord record =
        RuleRecord.newBuilder()
            .setKind(RuleKind.RULE)
            .setId("cart-series")
            .setVersion(version)
            .setStatus(Status.of(status).label())
            .setBody(body)
            .build();
    return new RuleUpdate(RuleRecord.getEncoder().encode(record).array(), 0, atMillis);
  }
}
