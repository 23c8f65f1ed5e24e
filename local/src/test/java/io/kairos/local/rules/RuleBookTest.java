package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.book;
import static io.kairos.local.rules.Rules.from;
import static io.kairos.local.rules.Rules.numbers;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuleBookTest {
  private static final DeclarationId NEW = DeclarationId.rule("new");
  private static final DeclarationId TABLE = new DeclarationId(Kind.TABLE, "goes-with");
  private static final Instant IN_FORCE = NOON.plus(Published.ACTIVATION_DELAY);

  @Test
  void countsVersionsFromOneAndThoseOfRulesInTheBaseFileFromTwo() {
    assertThat(book().next(NEW)).isEqualTo(1);
    assertThat(book().next(TABLE)).isEqualTo(1);
    assertThat(book().next(DORMANCY)).isEqualTo(2);
    assertThat(book(published(DORMANCY, 2, Status.ACTIVE, NOON)).next(DORMANCY)).isEqualTo(3);
  }

  @Test
  void holdsTheBaseFilesRulesFromTheBeginning() {
    History dormancy = book().history(DORMANCY).orElseThrow();

    assertThat(dormancy.inForce(Instant.EPOCH)).contains(dormancy.latest());
    assertThat(dormancy.latest().effectiveAt()).isEqualTo(Instant.MIN);
  }

  @Test
  void letsARecordTakeEffectWhenTheActivationDelayIsOver() {
    RuleBook book = book(published(DORMANCY, 2, Status.ACTIVE, NOON));

    assertThat(inForce(book, IN_FORCE.minusMillis(1))).isEqualTo(1);
    assertThat(inForce(book, IN_FORCE)).isEqualTo(2);
  }

  @Test
  void waitsForADateThatIsLaterButNotForOneThatIsEarlier() {
    Instant date = NOON.plusSeconds(3600);

    assertThat(published(NEW, 1, Status.ACTIVE, NOON, from(date)).effectiveAt()).isEqualTo(date);
    assertThat(published(NEW, 1, Status.ACTIVE, NOON, from(NOON.minusSeconds(1))).effectiveAt())
        .isEqualTo(IN_FORCE);
  }

  @Test
  void takesTheHighestNumberThatHasBegunAndForgetsPlansBelowIt() {
    RuleBook book =
        book(
            published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(60))),
            published(DORMANCY, 3, Status.PAUSED, NOON));
    History dormancy = book.history(DORMANCY).orElseThrow();

    assertThat(numbers(dormancy.pending(NOON))).containsExactly(3, 2);
    assertThat(inForce(book, IN_FORCE)).isEqualTo(3);
    assertThat(dormancy.pending(IN_FORCE)).isEmpty();
    assertThat(inForce(book, NOON.plusSeconds(60))).isEqualTo(3);
  }

  @Test
  void lendsAKeyThatIsWrittenTwiceToTheLastRecord() {
    RuleBook book =
        book(
            published(DORMANCY, 2, Status.ACTIVE, NOON),
            published(DORMANCY, 2, Status.PAUSED, NOON.plusSeconds(1)));

    assertThat(numbers(book.history(DORMANCY).orElseThrow().versions())).containsExactly(1, 2);
    assertThat(book.latest(DORMANCY).orElseThrow().revision().status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void composesWhatIsInForceAtAnInstant() {
    RuleBook book =
        book(
            published(DORMANCY, 2, Status.WITHDRAWN, NOON),
            published(NEW, 1, Status.ACTIVE, NOON, until(NOON.plusSeconds(60))));

    assertThat(book.document(NOON)).contains("id: dormancy").doesNotContain("id: new");
    assertThat(book.document(IN_FORCE)).contains("id: new").doesNotContain("id: dormancy");
    assertThat(book.document(NOON.plusSeconds(60))).doesNotContain("id: new", "id: dormancy");
  }

  @Test
  void namesTheInstantsAtWhichSomethingChanges() {
    RuleBook book =
        book(
            published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(60))),
            published(NEW, 1, Status.ACTIVE, NOON.minusSeconds(60), until(NOON.plusSeconds(90))));

    assertThat(book.changesFrom(NOON))
        .containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(90));
  }

  @Test
  void isPausedAsAWholeFromTheSwitchOnUntilItIsTurnedBack() {
    DeclarationId kill = DeclarationId.KILL_SWITCH;
    Revision.Terms terms = new Revision.Terms(Period.OPEN, "ann", null);
    Published off = new Published(new Revision(kill, 1, Status.PAUSED, "", terms), NOON);
    Published on =
        new Published(new Revision(kill, 2, Status.ACTIVE, "", terms), NOON.plusSeconds(60));

    assertThat(book(off, on).pauseOfAll(NOON)).isEmpty();
    assertThat(book(off, on).pauseOfAll(IN_FORCE)).contains(off);
    assertThat(book(off, on).pauseOfAll(IN_FORCE.plusSeconds(60))).isEmpty();
    assertThat(YamlBody.isSame(book(off).document(IN_FORCE), book().document(NOON))).isTrue();
  }

  @Test
  void usesTheModelThatIsInForce() {
    Revision.Terms terms = new Revision.Terms(Period.OPEN, "ann", null);
    Revision ours = new Revision(DeclarationId.MODEL, 1, Status.ACTIVE, "name: ours\n", terms);
    RuleBook book = book(new Published(ours, NOON));

    assertThat(book.model(NOON)).contains("cdnow");
    assertThat(book.model(IN_FORCE)).isEqualTo("name: ours\n");
  }

  @Test
  void keepsWhatWasPublishedWhenMoreIsAdded() {
    RuleBook book = book(published(DORMANCY, 2, Status.ACTIVE, NOON));

    RuleBook more = book.with(List.of(published(NEW, 1, Status.ACTIVE, NOON)));

    assertThat(more.next(DORMANCY)).isEqualTo(3);
    assertThat(more.next(NEW)).isEqualTo(2);
    assertThat(book.history(NEW)).isEqualTo(Optional.empty());
  }

  private static int inForce(RuleBook book, Instant at) {
    return book.history(DORMANCY).orElseThrow().inForce(at).orElseThrow().revision().number();
  }
}
