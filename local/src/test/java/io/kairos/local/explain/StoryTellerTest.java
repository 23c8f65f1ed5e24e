package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Status;
import io.kairos.local.explain.Happening.Began;
import io.kairos.local.explain.Happening.Decided;
import io.kairos.local.explain.Happening.Erased;
import io.kairos.local.explain.Happening.Moved;
import io.kairos.local.explain.Happening.NotBegun;
import io.kairos.local.explain.Happening.Refused;
import io.kairos.local.explain.Happening.Regrouped;
import io.kairos.local.explain.Happening.Regrouped.Group;
import io.kairos.local.explain.Happening.Sent;
import io.kairos.local.explain.Happening.TakenBack;
import io.kairos.wire.OrderType;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StoryTellerTest {
  private static final String THANKS =
      """
      rules:
        - id: thanks
          version: 1
          event: order.paid
          where: %s
          again: always
          send: {channel: push, template: thanks}
      """;

  private final Timeline timeline = new Timeline();

  private Story told(String yaml, String until) {
    return new StoryTeller(Drafts.setting(yaml), null).tell(timeline.until(until));
  }

  private static Due due(String step, String at) {
    return new Due(step, Instant.parse(at));
  }

  @Test
  void aRunBeginsAndSaysWhenItsStepsAreDue() {
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900);

    assertThat(told(Drafts.CART_SERIES, "2024-05-01T10:00:00Z").all(Began.class))
        .singleElement()
        .satisfies(began -> assertThat(began.run().key()).isEqualTo("k1"))
        .extracting(Began::due)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            due("reminder", "2024-05-01T11:00:00Z"), due("coupon", "2024-05-02T10:00:00Z"));
  }

  @Test
  void aRestartMovesEveryStep() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
        .cartAdded("2024-05-01T10:20:00Z", "k1", "case-2", 1900);

    Moved moved = only(told(Drafts.CART_SERIES, "2024-05-01T10:20:00Z"), Moved.class);

    assertThat(moved.before())
        .containsExactly(
            due("reminder", "2024-05-01T11:00:00Z"), due("coupon", "2024-05-02T10:00:00Z"));
    assertThat(moved.due())
        .containsExactly(
            due("reminder", "2024-05-01T11:20:00Z"), due("coupon", "2024-05-02T10:20:00Z"));
  }

  @Test
  void activityMovesTheStepThatWaitsForItsEnd() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
        .view("2024-05-01T10:20:00Z")
        .view("2024-05-01T10:50:00Z");

    Moved moved = only(told(Drafts.CART_SERIES, "2024-05-01T10:50:00Z"), Moved.class);

    assertThat(moved.due())
        .containsExactly(
            due("reminder", "2024-05-01T11:20:00Z"), due("coupon", "2024-05-02T10:00:00Z"));
  }

  @Test
  void anOrderEndsEveryStepThatIsLeft() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
        .ordered("2024-05-01T12:00:00Z", OrderType.PLACED, "o1", "phone-7", 29900);

    Story story = told(Drafts.CART_SERIES, "2024-05-03T00:00:00Z");

    assertThat(story.all(Sent.class))
        .extracting(sent -> sent.message().step())
        .containsExactly("reminder");
    Decided ended = only(story, Decided.class);
    assertThat(ended.message().step()).isEqualTo("coupon");
    assertThat(ended.verdict()).isEqualTo(new Verdict("timing", "STOPPED", "order.placed", null));
    assertThat(story.end().agenda().open()).isEmpty();
  }

  @Test
  void aMessageSaysWhatTheSenderWasTold() {
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900);

    Sent sent =
        told(Drafts.CART_SERIES, "2024-05-03T00:00:00Z")
            .all(Sent.class)
            .filter(one -> one.message().step().equals("coupon"))
            .findFirst()
            .orElseThrow();

    assertThat(sent.content())
        .isEqualTo(
            new Sent.Content("push", "coupon", "5-off", Instant.parse("2024-05-03T10:00:00Z")));
    assertThat(sent.message().id()).matches("[0-9a-f]{32}");
    assertThat(sent.reason()).contains("299.00 EUR");
  }

  @Test
  void anOrderRightAfterTheReleaseTakesTheMessageBack() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
        .ordered("2024-05-01T11:05:00Z", OrderType.PLACED, "o1", "phone-7", 29900);

    Story story = told(Drafts.CART_SERIES, "2024-05-03T00:00:00Z");

    TakenBack back = only(story, TakenBack.class);
    assertThat(back.message()).isEqualTo(only(story, Sent.class).message());
    assertThat(back.cause()).isEqualTo("STOPPED");
  }

  @Test
  void aConditionThatFailsSaysByHowMuch() {
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "lamp", 4200);

    Decided decided =
        told(Drafts.CART_SERIES, "2024-05-01T12:00:00Z")
            .all(Decided.class)
            .findFirst()
            .orElseThrow();

    assertThat(decided.verdict().gate()).isEqualTo("when");
    assertThat(decided.asked())
        .extracting(Asked::words)
        .containsExactly("cart.value 42.00, needs >= 50.00: 8.00 short");
  }

  @Test
  void everyComparisonIsTold() {
    String either =
        Drafts.CART_SERIES.replace(
            "when: cart.value >= 50",
            "when: [cart.count >= 1, orders.count >= 1 || cart.value > 100]");
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "lamp", 4200);

    assertThat(
            told(either, "2024-05-01T12:00:00Z")
                .all(Decided.class)
                .findFirst()
                .orElseThrow()
                .asked())
        .extracting(Asked::words)
        .containsExactly(
            "cart.count 1, needs >= 1: holds",
            "orders.count 0, needs >= 1: 1 short",
            "cart.value 42.00, needs > 100.00: 58.00 short");
  }

  @Test
  void aMessageWithoutACaseSaysWhatEachAskedFor() {
    String cases =
        Drafts.CART_SERIES.replace(
            "send: {channel: push, template: reminder}",
            "send: [{if: cart.value >= 200, channel: push, template: reminder}]");
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "chair", 9900);

    Decided decided = only(told(cases, "2024-05-01T12:00:00Z"), Decided.class);

    assertThat(decided.verdict().fate()).isEqualTo("NO_CASE");
    assertThat(decided.asked())
        .extracting(Asked::words)
        .containsExactly("cart.value 99.00, needs >= 200.00: 101.00 short");
  }

  @Test
  void saysWhichGroupsWereEnteredAndLeft() {
    String groups =
        """
        tiers: [{id: gold, monthlyAverage: 100, orders: 1}]
        stages: [{id: new, when: orders.count == 0}, {id: buyer}]
        segments: [{id: browser, when: orders.count == 0}, {id: spender, when: orders.count >= 1}]
        """;
    timeline
        .view("2024-05-01T10:00:00Z")
        .ordered("2024-05-01T11:00:00Z", OrderType.PLACED, "o1", "car", 90000)
        .ordered("2024-05-01T11:00:10Z", OrderType.PAID, "o1", "car", 90000);

    assertThat(told(groups, "2024-05-01T11:00:10Z").all(Regrouped.class))
        .containsExactly(
            new Regrouped(Group.STAGE, null, "new"),
            new Regrouped(Group.SEGMENT, null, "browser"),
            new Regrouped(Group.STAGE, "new", "buyer"),
            new Regrouped(Group.SEGMENT, "browser", null),
            new Regrouped(Group.SEGMENT, null, "spender"),
            new Regrouped(Group.TIER, "none", "gold"));
  }

  @Test
  void tellsWhatComesIfNothingElseHappens() {
    timeline.cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900);

    Story story = told(Drafts.CART_SERIES, "2024-05-01T10:30:00Z");

    assertThat(story.all(Sent.class)).isEmpty();
    assertThat(story.ahead())
        .extracting(chapter -> Instant.ofEpochMilli(chapter.atMillis()))
        .containsExactly(
            Instant.parse("2024-05-01T11:00:00Z"), Instant.parse("2024-05-02T10:00:00Z"));
  }

  @Test
  void saysWhatKeptAWatchedRuleFromBeginning() {
    String second =
        """
        rules:
          - id: second-order
            version: 1
            event: order.paid
            per: order
            where: orders.count == 2
            send: {channel: push, template: thanks}
        """;
    timeline.ordered("2024-05-01T11:00:00Z", OrderType.PAID, "o1", "car", 90000);
    Setting setting = Drafts.setting(second);
    StoryTeller teller = new StoryTeller(setting, setting.rules().rule("second-order"));

    NotBegun notBegun = only(teller.tell(timeline.until("2024-05-01T12:00:00Z")), NotBegun.class);

    assertThat(notBegun.event()).isEqualTo("order.paid");
    assertThat(notBegun.asked())
        .extracting(Asked::words)
        .containsExactly("orders.count 1, needs == 2");
  }

  @Test
  void asksTheVersionOfAWatchedRuleThatWasInForceThen() {
    Setting setting = Drafts.setting(THANKS.formatted("order.total >= 100"));
    setting
        .history()
        .add(
            new Declaration(
                Declaration.Kind.RULE,
                "thanks",
                2,
                Status.ACTIVE,
                "{id: thanks, event: order.paid, where: order.total >= 500, again: always,"
                    + " send: {channel: push, template: thanks}}",
                Long.MAX_VALUE),
            Timeline.millis("2024-05-02T00:00:00Z"));
    timeline
        .ordered("2024-05-01T10:00:00Z", OrderType.PAID, "o1", "car", 200_00)
        .ordered("2024-05-01T11:00:00Z", OrderType.PAID, "o2", "car", 50_00)
        .ordered("2024-05-02T11:00:00Z", OrderType.PAID, "o3", "car", 300_00);

    Story story =
        new StoryTeller(setting, setting.rule("thanks").orElseThrow())
            .tell(timeline.until("2024-05-03T12:00:00Z"));

    assertThat(story.all(Sent.class)).hasSize(1);
    assertThat(story.all(NotBegun.class).flatMap(one -> one.asked().stream()).map(Asked::words))
        .satisfiesExactly(
            first -> assertThat(first).contains("50.00", ">= 100.00"),
            second -> assertThat(second).contains("300.00", ">= 500.00"));
  }

  @Test
  void saysNothingOfAWatchedRuleThatBeganAtThatInstant() {
    Setting setting = Drafts.setting(THANKS.formatted("order.total >= 100"));
    timeline
        .ordered("2024-05-01T10:00:00Z", OrderType.PAID, "o1", "car", 50_00)
        .ordered("2024-05-01T10:00:00Z", OrderType.PAID, "o2", "car", 200_00);

    Story story =
        new StoryTeller(setting, setting.rule("thanks").orElseThrow())
            .tell(timeline.until("2024-05-01T12:00:00Z"));

    assertThat(story.all(Sent.class)).hasSize(1);
    assertThat(story.all(NotBegun.class)).isEmpty();
  }

  @Test
  void saysNothingOfAWatchedRuleThatWasPaused() {
    Setting setting =
        Drafts.setting(THANKS.formatted("order.total >= 100") + "    status: paused\n");
    timeline.ordered("2024-05-01T10:00:00Z", OrderType.PAID, "o1", "car", 50_00);

    Story story =
        new StoryTeller(setting, setting.rule("thanks").orElseThrow())
            .tell(timeline.until("2024-05-01T12:00:00Z"));

    assertThat(story.all(NotBegun.class)).isEmpty();
  }

  @Test
  void anEventThatComesTwiceIsRefusedTheSecondTime() {
    timeline.view("2024-05-01T10:00:00Z").again();

    Story story = told(Drafts.CART_SERIES, "2024-05-01T10:00:00Z");

    assertThat(story.chapters()).hasSize(1);
    assertThat(only(story, Refused.class)).isEqualTo(new Refused("view", "DUPLICATE", null));
  }

  @Test
  void anErasureIsTheEndOfAllThatWaits() {
    timeline
        .cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900)
        .erased("2024-05-01T10:10:00Z")
        .view("2024-05-02T10:00:00Z");

    Story story = told(Drafts.CART_SERIES, "2024-05-03T00:00:00Z");

    assertThat(story.all(Erased.class)).hasSize(1);
    assertThat(story.all(Sent.class)).isEmpty();
    assertThat(story.all(Decided.class))
        .extracting(one -> one.verdict().fate())
        .containsExactly("ERASED", "ERASED");
  }

  @Test
  void theTimesAreTheCustomersOwn() {
    timeline.registered("2024-05-01T20:00:00Z", "Asia/Shanghai");

    Chapter chapter = told(Drafts.CART_SERIES, "2024-05-01T20:00:00Z").chapters().get(0);

    assertThat(When.of(chapter).full()).isEqualTo("Thu 2 May 2024 04:00:00");
  }

  private static <H extends Happening> H only(Story story, Class<H> kind) {
    assertThat(story.all(kind)).hasSize(1);
    return story.all(kind).findFirst().orElseThrow();
  }
}
