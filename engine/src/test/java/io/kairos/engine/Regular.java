package io.kairos.engine;

import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.rule.RuleSet;
import java.util.List;

/** A customer who does something of everything, for rules that are only to be asked at all. */
public final class Regular {
  private static final List<Event> EVENTS = events();
  private static final long HORIZON =
      EVENTS.get(EVENTS.size() - 1).positionMillis() + 40L * 24 * 60 * 60 * 1000;

  private Regular() {}

  /** Takes the customer through the rules, with the state stored on the way. */
  public static void meets(RuleSet rules) {
    CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    Heard heard = new Heard();
    int half = EVENTS.size() / 2;
    long then = EVENTS.get(half - 1).positionMillis();
    CustomerState state =
        engine.advance(CustomerState.of("u1"), EVENTS.subList(0, half), then, heard);
    CustomerState stored = CustomerState.fromBytes(state.toBytes());
    CustomerState end = engine.advance(stored, EVENTS.subList(half, EVENTS.size()), HORIZON, heard);
    engine.waiting(end);
  }

  private static List<Event> events() {
    Details known =
        new Details("f", "Beijing", "student", "zh-CN", "Europe/London", new Birth(2000, 2, 29));
    return Story.of("u1")
        .at("2026-02-26T09:00")
        .registers()
        .tells(known)
        .allows("push")
        .at("2026-02-27T12:00")
        .searches("kettle")
        .views("item-0", "phone")
        .adds("item-0", 2, 120_00)
        .at("2026-02-28T12:00")
        .searches("kettle")
        .orders(EventName.ORDER_PLACED, "o1", 260_00, "18:00", Story.line("a", "phone", 260_00))
        .orders(EventName.ORDER_PAID, "o1", 260_00, null, Story.line("a", "phone", 260_00))
        .at("2026-03-02T12:00")
        .searches("kettle")
        .orders(EventName.ORDER_SHIPPED, "o1", 260_00, null, Story.line("a", "phone", 260_00))
        .orders(EventName.ORDER_DELIVERED, "o1", 260_00, null, Story.line("a", "phone", 260_00))
        .at("2026-03-02T19:00")
        .reviews(5)
        .logsInAt(31.23, 121.47)
        .adds("item-1", 1, 30_00)
        .at("2026-03-03T23:30")
        .views("item-2", "laptop")
        .views("item-3", "laptop")
        .at("2026-03-08T10:00")
        .orders(EventName.ORDER_PLACED, "o2", 90_00, "23:00", Story.line("b", "laptop", 90_00))
        .orders(EventName.ORDER_RETURN_REQUESTED, "o1", 0, null)
        .events();
  }
}
