package io.kairos.engine.profile;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Searches;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/** All that is known of a customer. */
public record CustomerProfile(
    Person person,
    Behaviour behaviour,
    Cart cart,
    Orders orders,
    Spending spending,
    Interests interests,
    Searches searches,
    Custom custom) {
  public static final CustomerProfile NEW =
      new CustomerProfile(
          Person.UNKNOWN,
          Behaviour.NONE,
          Cart.EMPTY,
          Orders.NONE,
          Spending.NONE,
          Interests.NONE,
          Searches.NONE,
          Custom.NONE);

  public Activity activity() {
    return behaviour.activity();
  }

  public Counts counts() {
    return behaviour.counts();
  }

  CustomerProfile with(Person changed) {
    return new CustomerProfile(
        changed, behaviour, cart, orders, spending, interests, searches, custom);
  }

  CustomerProfile with(Behaviour changed) {
    return new CustomerProfile(
        person, changed, cart, orders, spending, interests, searches, custom);
  }

  CustomerProfile with(Cart changed) {
    return new CustomerProfile(
        person, behaviour, changed, orders, spending, interests, searches, custom);
  }

  CustomerProfile with(Orders changed, Spending spent) {
    return new CustomerProfile(
        person, behaviour, cart, changed, spent, interests, searches, custom);
  }

  CustomerProfile with(Interests changed) {
    return new CustomerProfile(
        person, behaviour, cart, orders, spending, changed, searches, custom);
  }

  CustomerProfile with(Searches changed) {
    return new CustomerProfile(
        person, behaviour, cart, orders, spending, interests, changed, custom);
  }

  CustomerProfile with(Custom changed) {
    return new CustomerProfile(
        person, behaviour, cart, orders, spending, interests, searches, changed);
  }

  public void pack(Packer out) {
    out.part(person, NEW.person, Person::pack);
    out.part(behaviour, NEW.behaviour, Behaviour::pack);
    // Counted from elsewhere, these two follow from more than themselves.
    long since = activity().lastSeenMillis();
    out.section(cart, NEW.cart, (part, to) -> part.pack(to, since));
    out.section(orders, NEW.orders, (part, to) -> part.pack(to, since));
    out.part(spending, NEW.spending, Spending::pack);
    out.part(interests, NEW.interests, Interests::pack);
    out.part(searches, NEW.searches, Searches::pack);
    out.part(custom, NEW.custom, Custom::pack);
  }

  public static CustomerProfile unpack(Unpacker in) {
    Person person = in.part(NEW.person, Person::unpack);
    Behaviour behaviour = in.part(NEW.behaviour, Behaviour::unpack);
    long since = behaviour.activity().lastSeenMillis();
    return new CustomerProfile(
        person,
        behaviour,
        in.section(NEW.cart, from -> Cart.unpack(from, since)),
        in.section(NEW.orders, from -> Orders.unpack(from, since)),
        in.part(NEW.spending, Spending::unpack),
        in.part(NEW.interests, Interests::unpack),
        in.part(NEW.searches, Searches::unpack),
        in.part(NEW.custom, Custom::unpack));
  }

  /** The profile with less of what is kept of names and days, so that it takes less room. */
  public CustomerProfile slimmer(int names, int days) {
    return new CustomerProfile(
        person,
        behaviour.since(days),
        cart.named(names),
        orders,
        spending,
        interests.only(names),
        searches.only(names),
        custom);
  }
}
