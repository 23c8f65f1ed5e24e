package io.kairos.local.stories;

import io.kairos.engine.event.Event;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import io.kairos.local.stories.TimeReader.Since;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the stories of a file. */
final class StoryReader {
  private static final String CUSTOMER = "customer";
  private static final long GOES_ON_MILLIS = Duration.ofDays(7).toMillis();

  private final RuleSet rules;
  private final Shop shop;
  private final Mistakes mistakes;
  private final MinorUnit money;
  private final WireDoor door;

  StoryReader(RuleSet rules, Shop shop, Mistakes mistakes) {
    this.rules = rules;
    this.shop = shop;
    this.mistakes = mistakes;
    this.money = new MinorUnit(shop.currency());
    this.door = new WireDoor(shop.currency());
  }

  /**
   * One story; empty where nothing of what is given can be used.
   *
   * @throws Mistake if it is wrong as a whole
   */
  Optional<Story> read(Written story) {
    story.only("story", CUSTOMER, "given", "expect", "until");
    Written name = story.require("story");
    TimeReader times = new TimeReader(zone(story.get(CUSTOMER)));
    GivenReader reader = new GivenReader(new RecordReader(money, times), door, customerId(story));
    List<Given> lines = lines(story.require("given"), reader);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Since since = new Since(firstTime(lines), lastTime(lines));
    List<Given> given = withCustomer(story, lines, reader);
    List<Expectation> expected =
        new ExpectReader(rules, times, money).read(story.require("expect").list(), since, mistakes);
    return Optional.of(
        new Story(
            new Story.Title(name.text(), name.place()),
            given,
            expected,
            new TimeWriter(times.zone()),
            end(story, given, expected, times)));
  }

  /** Times are the customer's, or else the shop's. */
  private ZoneId zone(Optional<Written> customer) {
    Optional<Written> zone = customer.flatMap(c -> c.get("timeZone"));
    try {
      return zone.map(Written::text).map(ZoneId::of).orElse(shop.zone());
    } catch (DateTimeException unknown) {
      throw zone.orElseThrow()
          .wrong("there is no time zone '" + zone.get().text() + "' such as Asia/Shanghai");
    }
  }

  private static String customerId(Written story) {
    return story.get(CUSTOMER).flatMap(c -> c.get("id")).map(Written::text).orElse(CUSTOMER);
  }

  private List<Given> lines(Written lines, GivenReader reader) {
    if (lines.list().isEmpty()) {
      throw lines.wrong("a story needs at least one event");
    }
    return reader.read(lines.list(), mistakes);
  }

  /** All that is given, in the order of the engine. */
  private List<Given> withCustomer(Written story, List<Given> lines, GivenReader reader) {
    List<Given> given = new ArrayList<>(lines);
    story
        .get(CUSTOMER)
        .flatMap(customer -> mistakes.collect(() -> reader.customer(customer, firstTime(lines))))
        .ifPresent(given::add);
    given.sort(Comparator.comparing(Given::event, Event.ORDER));
    return List.copyOf(given);
  }

  /**
   * As the story says, else a week after the last event, or the last instant that is named if that
   * is later.
   */
  private long end(Written story, List<Given> given, List<Expectation> expected, TimeReader times) {
    long lastEvent = given.stream().mapToLong(g -> g.event().positionMillis()).max().orElseThrow();
    long lastNamed =
        expected.stream()
            .map(each -> each.line().span())
            .filter(span -> !span.isEver())
            .mapToLong(Span::toMillis)
            .max()
            .orElse(lastEvent);
    Optional<Written> until = story.get("until");
    if (until.isEmpty()) {
      return Math.max(lastEvent + GOES_ON_MILLIS, lastNamed);
    }
    long end = times.read(until.get(), Since.of(lastTime(given))).toMillis() - 1;
    if (end < Math.max(lastEvent, lastNamed - 1)) {
      throw until.get().wrong("the story ends before the last that it names: make 'until:' later");
    }
    return end;
  }

  private static long firstTime(List<Given> given) {
    return given.stream().mapToLong(each -> each.event().timeMillis()).min().orElseThrow();
  }

  private static long lastTime(List<Given> given) {
    return given.stream().mapToLong(each -> each.event().timeMillis()).max().orElseThrow();
  }
}
