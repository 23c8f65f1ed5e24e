package io.kairos.local.traffic;

/** What a visit comes to. */
enum Intent {
  /** A look around; the cart stays as it is. */
  BROWSE,
  /** Something is put in the cart and left there. */
  LEAVE_CART,
  /** The cart is filled and ordered. */
  BUY
}
