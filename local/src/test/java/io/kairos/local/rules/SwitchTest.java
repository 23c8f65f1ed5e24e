package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.ANN;
import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.from;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.rule.Status;
import io.kairos.local.CommandError;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwitchTest {

  @Test
  void pausesARuleOfTheBaseFileWithItsBodyUnderTheNextNumber() {
    History dormancy = ledger().history(DORMANCY).orElseThrow();

    Revision paused = Switch.PAUSE.next(dormancy, ANN);

    assertThat(paused.key()).isEqualTo("rule/dormancy@2");
    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.body()).isEqualTo(dormancy.latest().revision().body());
    assertThat(paused.terms().note()).isEqualTo("more sales");
  }

  @Test
  void resumesWhatThePauseTookAway() {
    Published shadow = published(DORMANCY, 2, Status.SHADOW, NOON, from(NOON.plusSeconds(3600)));
    Ledger before = ledger(shadow);
    Revision paused = Switch.PAUSE.next(before.history(DORMANCY).orElseThrow(), ANN);
    Ledger after = before.with(List.of(Rules.AT.published(paused, NOON)));

    Revision resumed = Switch.RESUME.next(after.history(DORMANCY).orElseThrow(), ANN);

    assertThat(paused.terms().period()).isEqualTo(Period.OPEN);
    assertThat(resumed.number()).isEqualTo(4);
    assertThat(resumed.status()).isEqualTo(Status.SHADOW);
    assertThat(resumed.terms().period()).isEqualTo(shadow.revision().terms().period());
  }

  @Test
  void refusesWhatWouldChangeNothing() {
    History active = ledger().history(DORMANCY).orElseThrow();
    History paused =
        ledger(published(DORMANCY, 2, Status.PAUSED, NOON)).history(DORMANCY).orElseThrow();

    assertThatThrownBy(() -> Switch.RESUME.next(active, ANN))
        .isInstanceOf(CommandError.class)
        .hasMessage("dormancy is not paused");
    assertThatThrownBy(() -> Switch.PAUSE.next(paused, ANN))
        .hasMessage("dormancy is paused already");
  }

  @Test
  void leavesAWithdrawnRuleToARollback() {
    History withdrawn =
        ledger(published(DORMANCY, 2, Status.WITHDRAWN, NOON)).history(DORMANCY).orElseThrow();

    for (Switch to : Switch.values()) {
      assertThatThrownBy(() -> to.next(withdrawn, ANN))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("publish --rollback dormancy --to VERSION");
    }
  }

  @Test
  void pausesAllByASwitchOfItsOwn() {
    Revision off = Switch.PAUSE.nextOfAll(ledger(), ANN);
    Ledger paused = ledger(Rules.AT.published(off, NOON));
    Revision on = Switch.RESUME.nextOfAll(paused, ANN);

    assertThat(off.key()).isEqualTo("policy/kill-switch@1");
    assertThat(off.status()).isEqualTo(Status.PAUSED);
    assertThat(off.body()).isEmpty();
    assertThat(on.key()).isEqualTo("policy/kill-switch@2");
    assertThat(on.status()).isEqualTo(Status.ACTIVE);
    assertThatThrownBy(() -> Switch.PAUSE.nextOfAll(paused, ANN)).hasMessageContaining("already");
    assertThatThrownBy(() -> Switch.RESUME.nextOfAll(ledger(), ANN)).hasMessageContaining("not");
  }
}
