package io.kairos.local.replay;

import io.kairos.wire.Profile;
import java.util.function.ToLongFunction;

/** A figure of the summary that is a sum over the profiles; money in minor units. */
enum ProfileFigure {
  CUSTOMERS(profile -> 1),
  BUYERS(profile -> profile.getOrders() > 0 ? 1 : 0),
  SESSIONS(Profile::getSessions),
  SESSIONS_WITH_CART(Profile::getSessionsWithCart),
  SESSIONS_WITH_ORDER(Profile::getSessionsWithOrder),
  SESSIONS_WITH_BOTH(Profile::getSessionsWithCartAndOrder),
  CART_ADDS(Profile::getCartAdds),
  FULL_CARTS(profile -> profile.getCartCount() > 0 ? 1 : 0),
  ORDERS(Profile::getOrders),
  SPENT(Profile::getSpent),
  REFUNDS(Profile::getRefunds),
  REFUNDED(Profile::getRefunded);

  private final ToLongFunction<Profile> share;

  ProfileFigure(ToLongFunction<Profile> share) {
    this.share = share;
  }

  /** What one profile adds to the sum. */
  long of(Profile profile) {
    return share.applyAsLong(profile);
  }
}
