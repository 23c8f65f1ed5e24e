package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.CommandError;
import io.kairos.local.explain.ExplainRequest.Part;
import io.kairos.local.explain.ExplainRequest.Sources;
import io.kairos.local.history.CustomerLog;
import io.kairos.local.history.EventSource;
import io.kairos.local.profiles.NearIds;
import io.kairos.local.view.Line;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static final String END = "2024-05-01T11:30:00Z";

  private final Timeline timeline =
      new Timeline().cartAdded("2024-05-01T10:00:00Z", "k1", "phone-7", 29900);
  private final List<Recorded> records = new ArrayList<>();
  private RuleSource rules = Drafts.deployed(Drafts.CART_SERIES);
  private Optional<String> rule = Optional.empty();

  /** One customer, and another with a similar id. */
  private final class Events implements EventSource {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public CustomerLog read(String customerId, NearIds near) {
      near.offer("c2");
      return customerId.equals(Timeline.CUSTOMER)
          ? timeline.until(END)
          : new CustomerLog(customerId, List.of(), List.of(), 0, Long.MIN_VALUE);
    }
  }

  private final class Records implements RecordSource {
    @Override
    public String name() {
      return "records";
    }

    @Override
    public Optional<Recorded> find(String id) {
      return records.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Recorded> fatesOf(String customerId) {
      return records.stream().filter(Recorded::isFate).toList();
    }
  }

  private Telling told(String id) throws IOException {
    Part part = new Part(rule, Optional.empty(), Optional.empty());
    Sources sources = new Sources(new Events(), Optional.of(new Records()));
    return new Explain(new ExplainRequest(id, part, Drafts.SHOP, rules, sources)).tell();
  }

  private String page(String id) throws IOException {
    return String.join("\n", told(id).lines(200).stream().map(Line::text).toList());
  }

  private String lastLine(String id) throws IOException {
    List<Line> lines = told(id).lines(400);
    return lines.get(lines.size() - 1).text();
  }

  /** What the job wrote of the message of a step. */
  private MessageName recorded(String step, Verdict verdict) {
    Story story =
        new StoryTeller(Setting.of(Drafts.SHOP, rules), null)
            .tell(timeline.until("2024-05-03T00:00:00Z"));
    MessageName message =
        Stream.concat(
                story.all(Happening.Sent.class).map(Happening.Sent::message),
                story.all(Happening.Decided.class).map(Happening.Decided::message))
            .filter(name -> name.step().equals(step))
            .findFirst()
            .orElseThrow();
    records.add(
        new Recorded(message.id(), Timeline.CUSTOMER, message, verdict, Timeline.millis(END)));
    return message;
  }

  private static Verdict verdict(String gate, String fate) {
    return new Verdict(gate, fate, null, null);
  }

  @Test
  void aTriggerEndsWithWhyItWentOut() throws IOException {
    String id = recorded("reminder", verdict("send", "SENT")).id();

    assertThat(lastLine(id))
        .startsWith("It went out by push on Wed 1 May 2024 11:00:00. Cart of 1 item worth 299.00");
    assertThat(page(id))
        .contains("Message " + id + ", cart-series/reminder of k1")
        .doesNotContain("Note: the job");
  }

  @Test
  void aTriggerThatWasTakenBackSaysSo() throws IOException {
    timeline.ordered("2024-05-01T11:05:00Z", OrderType.PLACED, "o1", "phone-7", 29900);
    String id = recorded("reminder", verdict("send", "SENT")).id();

    assertThat(lastLine(id))
        .contains("It went out by push", "It was taken back on Wed 1 May 2024 11:05:00");
  }

  @Test
  void aCancellationIsExplainedByItsMessage() throws IOException {
    MessageName message = recorded("reminder", verdict("send", "SENT"));
    String cancel = "f".repeat(32);
    records.add(new Recorded(cancel, Timeline.CUSTOMER, message, verdict("send", "SENT"), 0));

    assertThat(lastLine(cancel)).startsWith("It went out by push");
  }

  @Test
  void aDecisionEndsWithWhatStoppedIt() throws IOException {
    rules = Drafts.deployed(Drafts.CART_SERIES.replace(">= 50", ">= 300"));
    String id = recorded("reminder", verdict("when", "CONDITION")).id();

    assertThat(lastLine(id))
        .isEqualTo(
            "It did not go out on Wed 1 May 2024 11:00:00: the gate when stopped it:"
                + " cart.value 299.00, needs >= 300.00: 1.00 short.");
  }

  @Test
  void aRunThatEndedSaysHowLongBeforeItWasDue() throws IOException {
    timeline.ordered("2024-05-01T10:40:00Z", OrderType.PLACED, "o1", "phone-7", 29900);
    String id = recorded("reminder", verdict("timing", "STOPPED")).id();

    assertThat(lastLine(id))
        .isEqualTo(
            "It did not go out: its run ended on Wed 1 May 2024 10:40:00, 20 min 0 s before it was"
                + " due, stopped by order.placed.");
  }

  @Test
  void whatIsStillToComeIsNoPast() throws IOException {
    String id = recorded("coupon", verdict("send", "SENT")).id();
    records.clear();
    records.add(
        new Recorded(
            id,
            Timeline.CUSTOMER,
            new MessageName(new RunName("cart-series", "k1"), "coupon", id),
            verdict("send", "SENT"),
            Long.MAX_VALUE));

    assertThat(lastLine(id)).startsWith("If nothing else happens it goes out by push on Thu 2 May");
  }

  @Test
  void aMessageThatExpiredBeforeTheSenderIsNotTakenForSent() throws IOException {
    String id =
        recorded(
                "reminder",
                new Verdict("expiry", "EXPIRED", "2024-05-03T00:00:00Z", "2024-05-02T11:00:00Z"))
            .id();

    assertThat(lastLine(id))
        .isEqualTo(
            "It did not go out on Wed 1 May 2024 11:00:00: the gate expiry stopped it: it could be"
                + " handed over only at Fri 3 May 00:00:00, and was valid until Thu 2 May"
                + " 11:00:00.");
  }

  @Test
  void saysWhereTheJobDecidedOtherwise() throws IOException {
    String id = recorded("reminder", verdict("again", "AGAIN")).id();

    assertThat(page(Timeline.CUSTOMER))
        .contains(
            "Note: the job decided otherwise in 1 of 1 decisions",
            id + " of cart-series: recorded AGAIN, here SENT");
  }

  @Test
  void saysWhatTheJobDidNotRecordThoughItKeptWhatCameBefore() throws IOException {
    MessageName first = recorded("reminder", verdict("send", "SENT"));
    timeline.ordered("2024-05-01T11:10:00Z", OrderType.PLACED, "o1", "phone-7", 29900);
    Recorded kept = records.remove(0);
    records.add(
        new Recorded(
            kept.id(),
            Timeline.CUSTOMER,
            first,
            kept.verdict(),
            Timeline.millis("2024-05-01T11:00:00Z")));

    assertThat(page(Timeline.CUSTOMER))
        .contains(
            "Note: the job decided otherwise in 1 of 2 decisions",
            "of cart-series: recorded nothing, here STOPPED");
  }

  @Test
  void doesNotMissWhatCameBeforeTheOldestRecordOrIsHardlyDecided() throws IOException {
    MessageName reminder = recorded("reminder", verdict("send", "SENT"));
    timeline
        .cartAdded("2024-05-01T08:00:00Z", "k0", "phone-8", 100)
        .ordered("2024-05-01T08:10:00Z", OrderType.PLACED, "o0", "phone-8", 100)
        .ordered("2024-05-01T11:29:30Z", OrderType.PLACED, "o1", "phone-7", 29900);
    Recorded kept = records.remove(0);
    records.add(
        new Recorded(
            kept.id(),
            Timeline.CUSTOMER,
            reminder,
            kept.verdict(),
            Timeline.millis("2024-05-01T11:00:00Z")));

    assertThat(page(Timeline.CUSTOMER)).doesNotContain("decided otherwise");
  }

  @Test
  void aDraftSaysWhatWouldHaveBeenAndIsComparedWithNothing() throws IOException {
    String id = recorded("reminder", verdict("send", "SENT")).id();
    rules = new Drafts(Drafts.CART_SERIES.replace(">= 50", ">= 300"), RuleSource.Standing.DRAFT);

    assertThat(lastLine(id))
        .startsWith("With the test's rules it would not have gone out on Wed 1 May 2024 11:00:00");
    assertThat(page(id)).contains("What would have happened").doesNotContain("decided otherwise");
  }

  @Test
  void aDraftWithoutTheStepPointsToWhatTheRunComesTo() throws IOException {
    String id = recorded("reminder", verdict("send", "SENT")).id();
    rules =
        new Drafts(
            Drafts.CART_SERIES.replace("id: reminder", "id: nudge"), RuleSource.Standing.DRAFT);

    assertThat(lastLine(id)).contains("there is no such message", "(nudge, coupon)");
  }

  @Test
  void aRuleThatNeverBeganSaysWhy() throws IOException {
    rules =
        Drafts.deployed(
            Drafts.CART_SERIES
                + """
                  - {id: paid, version: 1, event: order.paid, send: {channel: push, template: t}}
                  - id: streak
                    version: 1
                    becomes: search.streakDays >= 3
                    send: {channel: push, template: t}
                  - id: silence
                    version: 1
                    becomes: activity.idleDays >= 30
                    send: {channel: push, template: t}
                """);

    rule = Optional.of("paid");
    assertThat(lastLine("c1"))
        .isEqualTo("paid never began: it starts with order.paid, and none came.");
    rule = Optional.of("streak");
    assertThat(lastLine("c1"))
        .isEqualTo("streak never began: in the end search.streakDays 0, needs >= 3: 3 short.");
    rule = Optional.of("silence");
    assertThat(lastLine("c1"))
        .isEqualTo(
            "silence never began: it asks for 30 days without activity, and there were 0 in the"
                + " end.");
  }

  @Test
  void countsWhatBecameOfEachRule() throws IOException {
    assertThat(page("c1")).contains("cart-series: 1 run; 1 message out; 1 run open");
  }

  @Test
  void anUnknownCustomerOrRuleIsAnErrorWithTheNearest() {
    assertThatThrownBy(() -> told("c3"))
        .isInstanceOf(CommandError.class)
        .hasMessage("no event of a customer 'c3' in memory; ids like it: c2");
    assertThatThrownBy(() -> told("0".repeat(32)))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("no trigger or decision of that id in records");
    rule = Optional.of("cart-serie");
    assertThatThrownBy(() -> told("c1"))
        .isInstanceOf(CommandError.class)
        .hasMessageContaining("rules like it: cart-series");
  }

  @Test
  void everyLineOfTheJsonIsAnObjectOfAKind() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (String line : told("c1").json()) {
      kinds.add(new ObjectMapper().readTree(line).path("kind").asText());
    }

    assertThat(kinds).containsExactly("customer", "note", "event", "began", "sent", "sent", "rule");
  }
}
