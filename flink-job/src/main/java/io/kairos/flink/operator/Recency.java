package io.kairos.flink.operator;

/** Customers in the order in which they were last touched. */
final class Recency {
  private final CachedCustomer ends = new CachedCustomer(null);
  private int size;

  Recency() {
    ends.before = ends;
    ends.after = ends;
  }

  int size() {
    return size;
  }

  /** The one who was touched longest ago; null if there is none. */
  CachedCustomer oldest() {
    return size == 0 ? null : ends.after;
  }

  /** Puts a customer at the end, out of any list that it is in. */
  void touch(CachedCustomer customer) {
    if (customer.list != null) {
      customer.list.remove(customer);
    }
    customer.list = this;
    customer.before = ends.before;
    customer.after = ends;
    ends.before.after = customer;
    ends.before = customer;
    size++;
  }

  void remove(CachedCustomer customer) {
    customer.before.after = customer.after;
    customer.after.before = customer.before;
    customer.list = null;
    size--;
  }
}
