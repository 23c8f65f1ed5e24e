package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which events can be about what. Each is in the order of the page of rules. */
final class Subjects {
  static final Set<EventName> CART =
      set(EnumSet.range(EventName.CART_ADDED, EventName.CART_CHANGED));
  static final Set<EventName> ORDER =
      set(EnumSet.range(EventName.ORDER_PLACED, EventName.ORDER_REFUNDED));

  /** Those that name an item: orders have many in their lines. */
  static final Set<EventName> ITEM =
      set(with(CART, EnumSet.range(EventName.VIEW, EventName.CUSTOM)));

  static final Set<EventName> QUERY = set(EnumSet.of(EventName.SEARCH));

  /** Those that give a tier; the loss of one is about all that are lost. */
  static final Set<EventName> TIER = set(EnumSet.of(EventName.TIER_RAISED));

  /** Those that may tell of a whole order: one may take the last line out of a cart. */
  static final Set<EventName> WHOLE_ORDER = set(with(ORDER, EnumSet.of(EventName.CART_EMPTIED)));

  static final Set<EventName> ANYTHING = set(EnumSet.allOf(EventName.class));

  private Subjects() {}

  private static EnumSet<EventName> with(Set<EventName> some, EnumSet<EventName> more) {
    more.addAll(some);
    return more;
  }

  private static Set<EventName> set(EnumSet<EventName> names) {
    return Collections.unmodifiableSet(names);
  }

  /** Their names, as a sentence has them. */
  static String words(Set<EventName> names) {
    return names.stream().map(EventName::label).collect(Collectors.joining(", "));
  }
}
