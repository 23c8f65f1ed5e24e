package io.kairos.engine.cleaning;

/** Why an input record was not applied. The same word is metric label and dead-letter field. */
public enum RejectionReason {
  /** The bytes are no record of the topic. */
  UNREADABLE(Fate.DEAD_LETTER),
  /** It names its schema by an id that the schema registry does not have. */
  UNKNOWN_SCHEMA(Fate.DEAD_LETTER),
  /** Larger than the input limit. */
  TOO_LARGE(Fate.DEAD_LETTER),
  MISSING_EVENT_ID(Fate.DEAD_LETTER),
  MISSING_ORDER_ID(Fate.DEAD_LETTER),
  /** An order line, or a change of one item in the cart, that does not say of which. */
  MISSING_ITEM_ID(Fate.DEAD_LETTER),
  /** A control character in an id of customer, event, order, cart or item. */
  CONTROL_CHARACTER(Fate.DEAD_LETTER),
  /** An id of customer, event, order, cart or item of more than 256 bytes. */
  ID_TOO_LONG(Fate.DEAD_LETTER),
  /** Before 1980, or 2100 and after; or taken by the log only then. */
  IMPOSSIBLE_TIME(Fate.DEAD_LETTER),
  /** Later than its own arrival by more than the tolerance. */
  FUTURE_TIME(Fate.DEAD_LETTER),
  NEGATIVE_MONEY(Fate.DEAD_LETTER),
  /** Above {@link Cleaning#LARGEST_AMOUNT}. */
  IMPOSSIBLE_MONEY(Fate.DEAD_LETTER),
  /** An ordered quantity below 1, one in the cart below 0, or any of a million and more. */
  IMPOSSIBLE_QUANTITY(Fate.DEAD_LETTER),
  /** Not the currency of the deployment. */
  UNKNOWN_CURRENCY(Fate.DEAD_LETTER),

  /** No customer id: nobody's event. */
  ANONYMOUS(Fate.COUNTED),
  /** Applied before. */
  DUPLICATE(Fate.COUNTED),
  /** So late that nobody can tell any more whether it was applied before. */
  BEYOND_DEDUP_HORIZON(Fate.COUNTED),
  /** From before the customer's erasure. */
  ERASED(Fate.COUNTED);

  private enum Fate {
    DEAD_LETTER,
    COUNTED
  }

  private final Fate fate;

  RejectionReason(Fate fate) {
    this.fate = fate;
  }

  /** Whether the record goes to the dead letters; the others are only counted. */
  public boolean deadLetter() {
    return fate == Fate.DEAD_LETTER;
  }
}
