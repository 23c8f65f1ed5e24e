package io.kairos.local.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleTrialTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final String CART =
      """
      rules:
        - id: cart
          event: cart.added
          per: cart
          restart: cart.changed
          after: 3d
          idle: 12h
          at: "20:00"
          unless: order.placed
          when: cart.value >= 50
          send: {channel: push, template: reminder, data: {worth: cart.value}}
      """;

  private static Trigger message(Answer answer) {
    assertThat(answer.said()).as(answer.toString()).isInstanceOf(Answer.Message.class);
    return ((Answer.Message) answer.said()).trigger();
  }

  private static Decision stop(Answer answer) {
    assertThat(answer.said()).as(answer.toString()).isInstanceOf(Answer.Stopped.class);
    return ((Answer.Stopped) answer.said()).decision();
  }

  private static Answer only(List<Answer> answers) {
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  @Test
  void aRuleSpeaksAtOnceOfTheProfileOfNow() {
    Answer answer = only(new Tried().added(NONE, 3000).added(HOUR, 4000).asks(CART));
    assertThat(answer.began()).isEqualTo("began with cart.added of 2026-03-10 11:00");
    Trigger message = message(answer);
    assertThat(message.getTemplate()).isEqualTo("reminder");
    assertThat(message.getData()).containsEntry("worth", "70.00");
    assertThat(message.getEventTime()).isEqualTo(Tried.at(HOUR));
  }

  @Test
  void itSpeaksEvenIfItWouldHaveSpokenBefore() {
    Tried often = new Tried();
    for (int day = 0; day < 10; day++) {
      often.added(DAY.multipliedBy(day), 6000);
    }
    assertThat(message(only(often.asks(CART))).getItemCount()).isEqualTo(10);
  }

  @Test
  void aConditionThatFailsNowStandsInTheWay() {
    Decision stopped = stop(only(new Tried().added(NONE, 4000).asks(CART)));
    assertThat(stopped.getReason()).isEqualTo("CONDITION");
    assertThat(stopped.getValue()).isEqualTo("cart.value = 40.00");
  }

  @Test
  void anEventThatEndedTheRuleStandsInTheWay() {
    Decision stopped = stop(only(new Tried().added(NONE, 6000).paid(HOUR, 6000).asks(CART)));
    assertThat(stopped.getReason()).isEqualTo("STOPPED");
    assertThat(stopped.getValue()).isEqualTo("order.placed");
    assertThat(stopped.getDecidedAt()).isEqualTo(Tried.at(HOUR));
  }

  @Test
  void missingConsentStandsInTheWay() {
    Tried silent = new Tried().added(NONE, 6000).refusesPush(HOUR);
    assertThat(stop(only(silent.asks(CART))).getGate()).isEqualTo("consent");
  }

  @Test
  void itIsSaidIfTheStartNeverCame() {
    Answer answer = only(new Tried().viewed(NONE).asks(CART));
    assertThat(answer.said()).isEqualTo(new Answer.NotBegun());
    assertThat(answer.began()).isEqualTo("no cart.added of this customer ever came");
  }

  @Test
  void itIsSaidIfTheStartCameButNotAsTheRuleAsks() {
    String first =
        """
        rules:
          - id: second
            event: order.paid
            per: order
            where: orders.paid == 2
            after: 1d
            send: {channel: push, template: thanks}
        """;
    Answer never = only(new Tried().paid(NONE, 5000).asks(first));
    assertThat(never.began())
        .isEqualTo(
            "order.paid came last 2026-03-10 10:00, but not as the rule asks: where: orders.paid =="
                + " 2");
    Tried twice = new Tried().paid(NONE, 5000).paid(HOUR, 5000);
    assertThat(message(only(twice.asks(first))).getAnchorTime()).isEqualTo(Tried.at(HOUR));
  }

  @Test
  void eachStepIsAskedForAlone() {
    String series =
        """
        rules:
          - id: series
            event: cart.added
            steps:
              - {id: soon, after: 1h, send: {channel: push, template: first}}
              - {id: later, after: 3d, when: cart.value >= 50, send: {channel: push, template: second}}
        """;
    List<Answer> answers = new Tried().added(NONE, 4000).asks(series);
    assertThat(answers).extracting(Answer::step).containsExactly("soon", "later");
    assertThat(message(answers.get(0)).getTemplate()).isEqualTo("first");
    assertThat(message(answers.get(0)).getStep()).isEqualTo("soon");
    assertThat(stop(answers.get(1)).getValue()).isEqualTo("cart.value = 40.00");
  }

  @Test
  void whatHasNotBecomeTrueIsShownWithItsValue() {
    String loyal =
        """
        rules:
          - id: loyal
            becomes: orders.count >= 2
            send: {channel: push, template: thanks}
        """;
    Answer once = only(new Tried().paid(NONE, 5000).asks(loyal));
    assertThat(once.began())
        .isEqualTo("has not become true, and is asked all the same: orders.count >= 2");
    assertThat(stop(once).getValue()).isEqualTo("orders.count = 1");
    Answer twice = only(new Tried().paid(NONE, 5000).paid(HOUR, 5000).until(DAY).asks(loyal));
    assertThat(twice.began()).isEqualTo("became true 2026-03-10 11:00: orders.count >= 2");
    assertThat(message(twice).getEventTime()).isEqualTo(Tried.at(DAY));
  }

  @Test
  void whatTimeAloneMadeTrueSpeaksNow() {
    String idle =
        """
        rules:
          - id: gone
            becomes: activity.idleDays >= 3
            when: orders.count >= 1
            send: {channel: push, template: miss-you}
          - id: lapsed
            becomes: orders.recencyDays >= 2 && orders.count >= 1
            after: 30d
            send: {channel: push, template: come-back}
        """;
    List<Answer> answers = new Tried().paid(NONE, 5000).until(DAY.multipliedBy(9)).asks(idle);
    assertThat(answers.get(0).began()).startsWith("became true 2026-03-13 10:00");
    assertThat(message(answers.get(0)).getTemplate()).isEqualTo("miss-you");
    assertThat(message(answers.get(1)).getTemplate()).isEqualTo("come-back");
    long now = Tried.at(DAY.multipliedBy(9));
    assertThat(message(answers.get(1)).getEventTime()).isBetween(now, now + 1000);
  }

  @Test
  void aDayThatCameSpeaksNow() {
    String monthly =
        """
        rules:
          - id: monthly
            every: month on 1
            send: {channel: push, template: new-month}
        """;
    Answer answer = only(new Tried().paid(NONE, 5000).until(DAY.multipliedBy(30)).asks(monthly));
    assertThat(answer.began()).startsWith("began 2026-04-01");
    assertThat(message(answer).getTemplate()).isEqualTo("new-month");
  }

  @Test
  void whatAStartFollowsIsKnownFromBefore() {
    String back =
        """
        rules:
          - id: back
            event: view
            following: {event: cart.added, within: 1d}
            send: {channel: push, template: again}
        """;
    Tried added = new Tried().added(NONE, 5000).viewed(HOUR);
    assertThat(message(only(added.asks(back))).getTemplate()).isEqualTo("again");
  }

  @Test
  void whatIsConcludedFromEventsStartsARuleAsWell() {
    String gold =
        """
        rules:
          - id: gold
            event: tier.raised
            per: tier
            after: 1d
            send: {channel: push, template: welcome}
        tiers:
          - {id: gold, monthlyAverage: 100, orders: 1}
        """;
    Tried rich = new Tried().paid(NONE, 900_00).until(HOUR);
    Trigger message = message(only(rich.asks(gold)));
    assertThat(message.getTier()).isEqualTo("gold");
    assertThat(message.getOccasion()).startsWith("gold@");
  }

  @Test
  void nothingIsSaidWithoutRules() {
    assertThat(new Tried().viewed(NONE).asks("rules: []")).isEmpty();
  }
}
