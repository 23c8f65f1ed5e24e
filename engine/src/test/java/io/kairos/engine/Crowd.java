package io.kairos.engine;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Some thousand customers who come for a session a day, of about eight events each. */
final class Crowd {
  private static final int DAYS = 2;
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-10T08:00");
  private static final String[] CATEGORIES = {"tea.green", "tea.black", "books", "garden.tools"};

  /** One event, and whose. */
  record Visit(int customer, Event event) {}

  private Crowd() {}

  /** What they do, in the order of time. */
  static List<Visit> of(int customers) {
    List<Visit> visits = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      int who = customer;
      events("c" + customer, new Random(customer)).forEach(e -> visits.add(new Visit(who, e)));
    }
    visits.sort(Comparator.comparing(Visit::event, Event.ORDER));
    return visits;
  }

  private static List<Event> events(String name, Random random) {
    Story story = Story.of(name);
    for (int day = 0; day < DAYS; day++) {
      story.at(FIRST.plusDays(day).plusSeconds(random.nextInt(10 * 3600)).toString());
      session(story, random, name + "-" + day);
    }
    return story.events();
  }

  private static void session(Story story, Random random, String order) {
    click(story, random, EventName.LOGIN);
    for (int i = 0; i < 3; i++) {
      click(story, random, EventName.VIEW);
    }
    pause(story, random).searches("query " + random.nextInt(50));
    click(story, random, random.nextInt(3) == 0 ? EventName.LIKE : EventName.VIEW);
    if (random.nextInt(3) == 0) {
      pause(story, random).adds(item(random), 10_00 + random.nextInt(100_00));
      if (random.nextInt(3) == 0) {
        pause(story, random).places(order, "item-1");
        pause(story, random).pays(order, 50_00);
      }
    } else {
      click(story, random, EventName.VIEW);
      click(story, random, EventName.VIEW);
    }
  }

  private static void click(Story story, Random random, EventName name) {
    Price price = new Price(10_00 + random.nextInt(100_00), 0, null);
    pause(story, random).clicks(name, item(random), price, Click.Content.NONE);
  }

  private static Story pause(Story story, Random random) {
    return story.later(Duration.ofMillis(2_000 + random.nextInt(30_000)));
  }

  private static Item item(Random random) {
    int number = random.nextInt(200);
    return new Item("item-" + number, CATEGORIES[number % 4], "brand-" + number % 9);
  }
}
