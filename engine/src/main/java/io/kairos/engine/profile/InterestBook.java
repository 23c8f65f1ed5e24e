package io.kairos.engine.profile;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.interest.Act;
import io.kairos.engine.interest.Interests;

/** Enters what an event shows of a customer's interests. */
record InterestBook(InterestPolicy policy) {

  /**
   * What the event came to.
   *
   * @param added whether it put something in the cart
   * @param paid whether it paid for an order
   */
  record Told(boolean added, boolean paid) {}

  CustomerProfile enter(CustomerProfile profile, Event event, Told told, Calendar calendar) {
    if (event instanceof Click click) {
      return clicked(profile, click, calendar);
    }
    if (event instanceof CartChange change && told.added()) {
      long unit = change.price().unitMinor();
      Act act = act(Act.Kind.CART, event, change.item().item(), null, unit);
      return profile.with(with(profile.interests(), act));
    }
    return event instanceof OrderStatus order && told.paid()
        ? profile.with(ordered(profile.interests(), order))
        : profile;
  }

  private CustomerProfile clicked(CustomerProfile profile, Click click, Calendar calendar) {
    if (click.name() == EventName.SEARCH) {
      int day = calendar.dayOfCustomer(click.timeMillis());
      String category = click.item().category();
      return profile.with(profile.searches().with(click.content().query(), category, day));
    }
    Act.Kind kind = click.name() == EventName.LIKE ? Act.Kind.LIKE : Act.Kind.VIEW;
    if (kind == Act.Kind.VIEW && click.name() != EventName.VIEW) {
      return profile;
    }
    long unit = click.price().unitMinor();
    Act act = act(kind, click, click.item(), click.content().type(), unit);
    return profile.with(with(profile.interests(), act));
  }

  private Interests ordered(Interests interests, OrderStatus order) {
    Interests next = interests;
    for (OrderLine line : order.lines()) {
      long unit = line.price().unitMinor();
      next = with(next, act(Act.Kind.ORDER, order, line.item(), null, unit));
    }
    return next;
  }

  private Act act(Act.Kind kind, Event event, Item item, String content, long unit) {
    double weight = policy.weight(kind);
    return new Act(kind, weight, event.timeMillis(), item.category(), item.brand(), content, unit);
  }

  private Interests with(Interests interests, Act act) {
    boolean nothing =
        act.category() == null
            && act.brand() == null
            && act.content() == null
            && act.unitMinor() == 0;
    return nothing ? interests : interests.with(act, policy.decay());
  }
}
