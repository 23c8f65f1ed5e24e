package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A customer as an endless source of events in the order of time: visits, and what they lead to.
 */
final class Shopper {
  private final int number;
  private final Temper temper;
  private final DayRhythm rhythm;
  private final RandomGenerator random;
  private final Pen pen;
  private final Cart cart = new Cart();
  private final Agenda agenda = new Agenda();
  private final Checkout checkout;
  private long nextVisitMillis = Long.MAX_VALUE;

  Shopper(int number, Customer customer, Temper temper, DayRhythm rhythm, RandomGenerator random) {
    this.number = number;
    this.temper = temper;
    this.rhythm = rhythm;
    this.random = random;
    this.pen = new Pen(customer);
    this.checkout = new Checkout(pen, agenda, random);
  }

  int number() {
    return number;
  }

  /** Time of the next event, epoch milliseconds. */
  long nextMillis() {
    while (nextVisitMillis <= agenda.nextMillis()) {
      visit();
    }
    return agenda.nextMillis();
  }

  InputEvent next() {
    nextMillis();
    return agenda.next();
  }

  /** Plans the registration. */
  void register(long millis) {
    agenda.plan(pen.registered(millis));
  }

  /** Plans a visit to look at an item. */
  void lookAround(long millis) {
    trip(millis).browse(List.of(Catalogue.cheaper(Catalogue.shelf(random), random)));
  }

  /** Plans a visit that orders items of about a budget, which are paid and delivered. */
  void buy(long millis, long budgetCents) {
    long done = trip(millis).take(Catalogue.basketWithin(budgetCents, random));
    checkout.order(done, cart, Fate.DELIVERED);
  }

  /** Goes on with visits by habit, the first at an instant. */
  void visitFrom(long millis) {
    nextVisitMillis = millis;
  }

  /** Goes on with visits by habit, the first drawn after an instant. */
  void visitAfter(long millis) {
    visitFrom(rhythm.nextAfter(millis, random));
  }

  private void visit() {
    ShoppingTrip trip = trip(nextVisitMillis);
    List<Item> wishes = temper.wishes(random);
    Intent intent = temper.intent(random);
    long done = intent == Intent.BROWSE ? trip.browse(wishes) : trip.fillCart(wishes);
    if (intent == Intent.BUY) {
      checkout.order(done, cart);
    }
    visitAfter(done);
  }

  private ShoppingTrip trip(long millis) {
    return new ShoppingTrip(pen, cart, agenda, random, millis);
  }
}
