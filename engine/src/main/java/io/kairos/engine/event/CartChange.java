package io.kairos.engine.event;

/**
 * One change of a cart.
 *
 * @param cartId null: a cart is what lies between two empties
 * @param item the item and how much of it
 * @param price of one unit
 */
public record CartChange(Header header, EventName name, String cartId, CartItem item, Price price)
    implements Event {

  /**
   * The item and how much of it.
   *
   * @param item the item; {@link Item#NONE} for {@link EventName#CART_EMPTIED}
   * @param after units in the cart after the change; {@link #NOT_GIVEN} where the event does not
   *     say
   * @param delta change in units; {@link #NOT_GIVEN} where the event does not say
   */
  public record CartItem(Item item, int after, int delta) {
    public static final int NOT_GIVEN = Integer.MIN_VALUE;

    /** The item's id; null for none. */
    public String id() {
      return item.id();
    }

    /** Units after the change, given what the cart held. */
    public int quantityAfter(int held, EventName name) {
      if (after != NOT_GIVEN) {
        return after;
      }
      if (delta != NOT_GIVEN) {
        return raised(held, delta);
      }
      return name == EventName.CART_ADDED ? raised(held, 1) : 0;
    }

    private static int raised(int held, int by) {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(0L, (long) held + by));
    }
  }

  @Override
  public String currency() {
    return price.currency();
  }

  @Override
  public AmountRange amounts() {
    return AmountRange.NONE.with(price.unitMinor(), price.listMinor());
  }
}
