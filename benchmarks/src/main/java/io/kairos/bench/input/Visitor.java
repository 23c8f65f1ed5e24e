package io.kairos.bench.input;

import java.util.List;

/** A customer on one visit of the shop. */
record Visitor(String customer, String session, String platform, String city) {
  private static final int FIRST = 100_000_000;
  private static final List<String> PLATFORMS = List.of("app", "app", "mini-program", "web");
  private static final List<String> CITIES =
      List.of("Shanghai", "Beijing", "Shenzhen", "Hangzhou", "Chengdu", "Wuhan", "Xi'an", "Foshan");

  /**
   * @param customer the customer's number
   * @param visit the visit's number, of all visits
   */
  static Visitor of(InputSpec spec, int customer, long visit) {
    long drawn = spec.mixed(customer, 2);
    return new Visitor(
        "u" + (FIRST + customer),
        "s-" + Long.toHexString(spec.mixed(visit, 3)),
        PLATFORMS.get((int) (drawn % PLATFORMS.size())),
        CITIES.get((int) (drawn / 4 % CITIES.size())));
  }

  /** The customer's number, from an id. */
  static int number(String customer) {
    return Integer.parseInt(customer.substring(1)) - FIRST;
  }
}
