package io.kairos.engine.profile;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Second stage: an event and the old profile give the new profile and what occurred. */
public record ProfileStage(Shop shop, ProfilePolicy policy) {

  /**
   * What an event comes to.
   *
   * @param profile the profile after the event
   * @param occurred the names under which rules know the event, the most telling first
   * @param activity whether it was the customer's own doing
   */
  public record Result(CustomerProfile profile, List<Occurrence> occurred, boolean activity) {

    /** Whether money may have changed hands. */
    public boolean moneyMoved() {
      return occurred.stream().anyMatch(o -> MONEY.contains(o.name()));
    }
  }

  private static final Set<EventName> MONEY =
      EnumSet.of(EventName.ORDER_PAID, EventName.ORDER_CANCELLED, EventName.ORDER_REFUNDED);

  /** Applies one event. */
  public Result apply(CustomerProfile old, Event event, Calendar calendar) {
    Changed changed = changed(old, event);
    CustomerProfile profile = counted(old, changed, event, calendar);
    profile = profile.with(old.custom().with(event, policy.declared()));
    profile = new InterestBook(policy.interest()).enter(profile, event, changed.told(), calendar);
    return new Result(profile, changed.occurred(), Activity.counts(event.name()));
  }

  private record Changed(CustomerProfile profile, List<Occurrence> occurred, boolean isPaid) {
    Changed(CustomerProfile profile, List<Occurrence> occurred) {
      this(profile, occurred, false);
    }

    InterestBook.Told told() {
      return new InterestBook.Told(has(EventName.CART_ADDED), isPaid);
    }

    boolean has(EventName name) {
      return isAmong(occurred, name);
    }
  }

  /** What is of a type that this release does not know is counted and changes nothing. */
  private Changed changed(CustomerProfile old, Event event) {
    List<Occurrence> itself = List.of(occurrence(event, event.name(), null, null));
    if (event.name() == EventName.UNKNOWN) {
      return new Changed(old, itself);
    }
    if (event instanceof CartChange cart) {
      return cart(old, cart);
    }
    if (event instanceof OrderStatus order) {
      return order(old, order);
    }
    return event instanceof CustomerChange change
        ? new Changed(old.with(old.person().with(change)), itself)
        : new Changed(old, itself);
  }

  private CustomerProfile counted(
      CustomerProfile old, Changed changed, Event event, Calendar calendar) {
    Behaviour.What what =
        new Behaviour.What(
            changed.has(EventName.CART_ADDED),
            changed.has(EventName.ORDER_PLACED),
            old.orders().count() > 0);
    Behaviour behaviour = old.behaviour().with(event, what, calendar, policy.bots());
    return changed.profile().with(behaviour);
  }

  private static Changed cart(CustomerProfile old, CartChange change) {
    Cart before = old.cart();
    Cart after = before.with(change);
    boolean replaced = !before.isEmpty() && !after.isEmpty() && !after.key().equals(before.key());
    String key = Cart.keyAbout(change, before, after);
    boolean raised = after.count() > (replaced ? 0 : before.count());
    boolean adds = raised || change.name() == EventName.CART_ADDED;
    boolean added = adds && !after.isEmpty() && after.key().equals(key);
    List<Occurrence> occurred = new ArrayList<>(3);
    if (replaced) {
      occurred.add(occurrence(change, EventName.CART_EMPTIED, before.key(), null));
    }
    if (added || change.name() != EventName.CART_ADDED) {
      occurred.add(occurrence(change, added ? EventName.CART_ADDED : change.name(), key, null));
    }
    occurred.add(occurrence(change, EventName.CART_CHANGED, key, null));
    addEmptied(occurred, before, after, change);
    return new Changed(old.with(after), occurred);
  }

  private static void addEmptied(List<Occurrence> occurred, Cart before, Cart after, Event event) {
    if (!before.isEmpty() && after.isEmpty() && !isAmong(occurred, EventName.CART_EMPTIED)) {
      occurred.add(occurrence(event, EventName.CART_EMPTIED, before.key(), null));
    }
  }

  private Changed order(CustomerProfile old, OrderStatus event) {
    OrderBook.Entry entry = new OrderBook(shop).enter(old, event);
    List<Occurrence> occurred = new ArrayList<>(3);
    if (entry.isNew()) {
      occurred.add(occurrence(event, EventName.ORDER_PLACED, null, event.orderId()));
    }
    if (event.name() != EventName.ORDER_PLACED) {
      occurred.add(occurrence(event, event.name(), null, event.orderId()));
    }
    Cart after = entry.isNew() ? old.cart().without(event.lines()) : old.cart();
    addEmptied(occurred, old.cart(), after, event);
    CustomerProfile profile = old.with(entry.orders(), entry.spending()).with(after);
    return new Changed(profile, occurred, entry.isPaid());
  }

  private static boolean isAmong(List<Occurrence> occurred, EventName name) {
    for (int i = 0; i < occurred.size(); i++) {
      if (occurred.get(i).name() == name) {
        return true;
      }
    }
    return false;
  }

  private static Occurrence occurrence(
      Event event, EventName name, String cartKey, String orderId) {
    return new Occurrence(name, event.timeMillis(), cartKey, orderId, null, event.eventId(), event);
  }
}
