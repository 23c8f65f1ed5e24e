package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/** All that is known of a customer. */
public record CustomerProfile(
    Person person,
    Counts counts,
    Activity activity,
    Cart cart,
    Orders orders,
    Spending spending,
    PurchaseDays purchases) {
  public static final CustomerProfile NEW =
      new CustomerProfile(
          Person.UNKNOWN,
          Counts.NONE,
          Activity.NONE,
          Cart.EMPTY,
          Orders.NONE,
          Spending.NONE,
          PurchaseDays.NONE);

  CustomerProfile with(Person changed) {
    return new CustomerProfile(changed, counts, activity, cart, orders, spending, purchases);
  }

  CustomerProfile with(Counts changed) {
    return new CustomerProfile(person, changed, activity, cart, orders, spending, purchases);
  }

  CustomerProfile with(Activity changed) {
    return new CustomerProfile(person, counts, changed, cart, orders, spending, purchases);
  }

  CustomerProfile with(Cart changed) {
    return new CustomerProfile(person, counts, activity, changed, orders, spending, purchases);
  }

  CustomerProfile with(Orders changed, Spending spent) {
    return new CustomerProfile(person, counts, activity, cart, changed, spent, purchases);
  }

  CustomerProfile with(PurchaseDays changed) {
    return new CustomerProfile(person, counts, activity, cart, orders, spending, changed);
  }

  public void pack(Packer out) {
    out.section(person, Person::pack).section(counts, Counts::pack);
    out.section(activity, Activity::pack).section(cart, Cart::pack);
    out.section(orders, Orders::pack).section(spending, Spending::pack);
    out.section(purchases, PurchaseDays::pack);
  }

  public static CustomerProfile unpack(Unpacker in) {
    return new CustomerProfile(
        in.section(Person::unpack),
        in.section(Counts::unpack),
        in.section(Activity::unpack),
        in.section(Cart::unpack),
        in.section(Orders::unpack),
        in.section(Spending::unpack),
        in.section(PurchaseDays::unpack));
  }
}
