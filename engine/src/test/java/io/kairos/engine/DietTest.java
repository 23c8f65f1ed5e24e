package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.Repeats;
import io.kairos.engine.delivery.History;
import io.kairos.engine.delivery.HoldOff;
import io.kairos.engine.delivery.Sent;
import io.kairos.engine.delivery.Slot;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import io.kairos.engine.fact.Kept;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.PriceLevel;
import io.kairos.engine.pack.Reading;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.Behaviour;
import io.kairos.engine.profile.Browsing;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.profile.Channel;
import io.kairos.engine.profile.Counts;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Hours;
import io.kairos.engine.profile.OrderCounts;
import io.kairos.engine.profile.Orders;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Rate;
import io.kairos.engine.profile.Session;
import io.kairos.engine.profile.SessionCounts;
import io.kairos.engine.profile.Spending;
import io.kairos.engine.profile.Word;
import io.kairos.engine.rule.Agenda;
import io.kairos.engine.rule.Decided;
import io.kairos.engine.rule.Progress;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Left;
import io.kairos.engine.segment.Membership;
import io.kairos.engine.segment.Standing;
import io.kairos.engine.segment.Tier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is reckoned of each part is no less than the most that it takes. */
class DietTest {
  private static final CustomerProfile NEW = CustomerProfile.NEW;
  private static final long EARLY = 315_532_800_001L;
  private static final long LATE = 4_102_444_799_999L;

  /** After the longest duration that a rule can name. */
  private static final long FAR = LATE + 999_999_999L * 86_400_000;

  /** The longest that a step or variant is known by. */
  private static final int MARK = (1 << 28) - 1;

  private static final long MANY = 10_000_000_000L;
  private static final long MONEY = 10_000_000_000_000_000L;
  private static final String CHANNEL = "\u9891".repeat(16);
  private static final String KEY = "k".repeat(40);

  @Test
  void ofAChannel() {
    Word word = new Word(true, LATE, "\u9891".repeat(4));
    Channel channel = new Channel(CHANNEL, word, word, false);

    assertOneMoreIsReckoned(6, n -> state(new Person(Details.NONE, LATE, LATE, all(n, channel))));
  }

  @Test
  void ofAHoldOff() {
    HoldOff holdOff = new HoldOff(1, 2, 3, FAR);

    assertOneMoreIsReckoned(24, n -> state(new History(all(n, holdOff), List.of(), List.of())));
  }

  @Test
  void ofAMessageThatCapsCount() {
    assertOneMoreIsReckoned(24, n -> state(new History(List.of(), List.of(), slots(n))));
  }

  /** From before 1980 to after 2100 and back. */
  private static List<Slot> slots(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Slot(CHANNEL, i % 2 == 0 ? LATE : EARLY))
        .toList();
  }

  @Test
  void ofAMessageThatCanBeTakenBack() {
    Sent sent = new Sent(run(), "s".repeat(32), 200, CHANNEL, LATE, FAR);

    assertOneMoreIsReckoned(8, n -> state(new History(List.of(), all(n, sent), List.of())));
  }

  @Test
  void ofARun() {
    assertOneMoreIsReckoned(16, n -> state(agenda(all(n, run()), List.of(), List.of())));
    Run far = run(all(32, MARK).stream().mapToInt(Integer::intValue).toArray());
    assertOneMoreIsReckoned(16, n -> state(agenda(all(n, far), List.of(), List.of())));
  }

  private static Run run(int... decided) {
    var held = List.of(new Progress.Hold(MARK, FAR), new Progress.Hold(MARK, FAR));
    var progress = new Progress(MARK, Decided.of(decided), held);
    return new Run(
        "r".repeat(64), Integer.MAX_VALUE, KEY, false, KEY + "@x", EARLY, progress, Kept.NOTHING);
  }

  @Test
  void ofWhatRulesWaitFor() {
    assertOneMoreIsReckoned(96, n -> state(agenda(List.of(), all(n, -1), List.of())));
    var heard = new Agenda.Heard(-1, LATE);
    assertOneMoreIsReckoned(32, n -> state(agenda(List.of(), List.of(), all(n, heard))));
  }

  private static Agenda agenda(List<Run> open, List<Integer> holding, List<Agenda.Heard> heard) {
    return new Agenda(open, holding, heard, new Agenda.Watch(FAR, FAR));
  }

  @Test
  void ofAGroup() {
    Membership group = new Membership("g".repeat(24), EARLY);

    assertOneMoreIsReckoned(12, n -> state(standing(all(n, group), List.of())));
    assertOneMoreIsReckoned(8, n -> state(standing(List.of(), all(n, new Left(group, EARLY)))));
  }

  private static Standing standing(List<Membership> segments, List<Left> left) {
    Standing.Holding holding = new Standing.Holding(Tier.DIAMOND, EARLY);
    return new Standing(holding, new Membership("s".repeat(24), LATE), segments, left, FAR);
  }

  @Test
  void ofALineOfACart() {
    CartLine named = new CartLine(0, "i".repeat(256), Integer.MAX_VALUE, MONEY / 10);
    CartLine plain = new CartLine(-1, null, Integer.MAX_VALUE, MONEY / 10);

    assertOneMoreIsReckoned(5, n -> state(new Cart(KEY, true, EARLY, all(n, named))));
    assertOneMoreIsReckoned(24, n -> state(new Cart(KEY, true, EARLY, all(n, plain))));
  }

  /**
   * All that is not reckoned by its number, but for 8 refunds of 4 bytes, 2 bytes more of the last
   * day, and the 5 of a history's lengths.
   */
  @Test
  void ofAllElse() {
    CustomerState state =
        new CustomerState(
            "c".repeat(256),
            new Clock(LATE, EARLY, FAR, EARLY, -1),
            repeats(),
            profile(),
            standing(List.of(), List.of()),
            agenda(List.of(), List.of(), List.of()),
            History.NONE,
            Reading.NONE);

    int notHere = 8 * 4 + 2 + 5;
    assertThat(state.toBytes().length + notHere).isLessThanOrEqualTo(Diet.atMost(state));
  }

  private static Repeats repeats() {
    Repeats repeats = Repeats.NONE;
    for (int i = 0; i < 17; i++) {
      long time = i % 2 == 0 ? EARLY : LATE;
      Timing timing = Timing.of(time, time, 0, 0);
      Header header = new Header("c", "e" + i, Origin.CLICKSTREAM, timing, Map.of());
      var click = new Click(header, EventName.VIEW, Item.NONE, Price.UNKNOWN, Click.Content.NONE);
      repeats = repeats.plus(click, -1);
    }
    return repeats;
  }

  private static CustomerProfile profile() {
    String text = "\u5e02".repeat(8);
    Details details = new Details(text, text, text, text, "z".repeat(32), new Birth(9999, 12, 31));
    PriceLevel level = new PriceLevel(-100_000_000, 4_000_000);
    Interests none = NEW.interests();
    return new CustomerProfile(
        new Person(details, LATE, EARLY, List.of()),
        behaviour(),
        new Cart(KEY, true, EARLY, List.of()),
        new Orders(
            new OrderCounts(MANY, MANY, MANY, MANY),
            LATE,
            EARLY,
            MONEY / 10,
            LATE,
            NEW.orders().refunds(),
            List.of()),
        new Spending(
            100 * MONEY,
            100 * MONEY,
            100 * MONEY,
            new PurchaseDays(1_000_000, 40_000, 0, MONEY),
            NEW.spending().ledger(),
            NEW.spending().bought()),
        new Interests(LATE, none.categories(), none.brands(), none.contents(), level, level),
        NEW.searches(),
        NEW.custom());
  }

  private static Behaviour behaviour() {
    int[] hours = new int[24];
    Arrays.fill(hours, 127);
    return new Behaviour(
        new Counts(MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY * 10_000_000),
        new Activity(
            EARLY,
            LATE,
            EARLY,
            new Session(LATE - 200_000_000_000L, LATE, true, true),
            new SessionCounts(MANY, MANY, MANY, MANY)),
        new Browsing(MANY, 0),
        NEW.behaviour().days(),
        new Hours(hours),
        new Rate(0, 1_000_000, 1_000_000, FAR));
  }

  private static void assertOneMoreIsReckoned(int most, IntFunction<CustomerState> withSoMany) {
    CustomerState fewer = withSoMany.apply(most - 1);
    CustomerState more = withSoMany.apply(most);

    assertThat(more.toBytes().length - fewer.toBytes().length)
        .as("bytes of one of %s", most)
        .isBetween(1, Diet.atMost(more) - Diet.atMost(fewer));
  }

  private static <T> List<T> all(int count, T one) {
    return Collections.nCopies(count, one);
  }

  private static CustomerState state(Person person) {
    return CustomerState.of("u1").with(profile(person, NEW.cart()));
  }

  private static CustomerState state(Cart cart) {
    return CustomerState.of("u1").with(profile(NEW.person(), cart));
  }

  private static CustomerProfile profile(Person person, Cart cart) {
    return new CustomerProfile(
        person,
        NEW.behaviour(),
        cart,
        NEW.orders(),
        NEW.spending(),
        NEW.interests(),
        NEW.searches(),
        NEW.custom());
  }

  private static CustomerState state(Standing standing) {
    return state(standing, Agenda.EMPTY, History.NONE);
  }

  private static CustomerState state(Agenda agenda) {
    return state(Standing.NEW, agenda, History.NONE);
  }

  private static CustomerState state(History history) {
    return state(Standing.NEW, Agenda.EMPTY, history);
  }

  private static CustomerState state(Standing standing, Agenda agenda, History history) {
    return new CustomerState(
        "u1", Clock.NEW, Repeats.NONE, NEW, standing, agenda, history, Reading.NONE);
  }
}
