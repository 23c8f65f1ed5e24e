package io.kairos.engine.profile;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the customer has in the cart.
 *
 * @param key the cart's id, or where it has none a name made of the event that opened it; null
 *     while no cart is open
 * @param openedAtMillis event time of the first add, epoch milliseconds; 0 while no cart is open
 * @param lines the latest first; at most {@value #LINES}, of which {@value #NAMED} keep their name
 */
public record Cart(String key, long openedAtMillis, List<CartLine> lines) {
  /** Most lines that are kept; beyond that the one changed longest ago goes. */
  static final int LINES = 32;

  /** Most lines that keep their item's name, enough for a message. */
  public static final int NAMED = 5;

  static final Cart EMPTY = new Cart(null, 0, List.of());

  private static final int LONGEST_KEY = 40;

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Units in the cart. */
  public long count() {
    return lines.stream().mapToLong(CartLine::quantity).sum();
  }

  /** Value in minor units; a sum too large for a long counts as the largest long. */
  public long valueMinor() {
    long sum = 0;
    for (CartLine line : lines) {
      sum += line.valueMinor();
      if (sum < 0) {
        return Long.MAX_VALUE;
      }
    }
    return sum;
  }

  /** The cart after a change of it. */
  Cart with(CartChange change) {
    if (change.name() == EventName.CART_EMPTIED || change.item().id() == null) {
      return EMPTY;
    }
    long hash = Hash.of64(change.item().id());
    int after = change.item().quantityAfter(quantityOf(hash), change.name());
    List<CartLine> changed = new ArrayList<>(lines.size() + 1);
    if (after > 0) {
      changed.add(new CartLine(hash, change.item().id(), after, unit(change, hash)));
    }
    lines.stream().filter(line -> line.itemHash() != hash).forEach(changed::add);
    return opened(change, bounded(changed));
  }

  /** The cart after an order took its items out. */
  Cart without(List<String> ordered) {
    Set<Long> gone = new HashSet<>();
    ordered.forEach(item -> gone.add(Hash.of64(item)));
    List<CartLine> left = lines.stream().filter(l -> !gone.contains(l.itemHash())).toList();
    return left.isEmpty() ? EMPTY : new Cart(key, openedAtMillis, left);
  }

  /** Units of an item in the cart. */
  int quantityOf(long itemHash) {
    for (CartLine line : lines) {
      if (line.itemHash() == itemHash) {
        return line.quantity();
      }
    }
    return 0;
  }

  private long unit(CartChange change, long hash) {
    if (change.price().unitMinor() > 0) {
      return change.price().unitMinor();
    }
    return lines.stream()
        .filter(line -> line.itemHash() == hash)
        .mapToLong(CartLine::unitMinor)
        .findFirst()
        .orElse(0);
  }

  private Cart opened(CartChange change, List<CartLine> changed) {
    if (changed.isEmpty()) {
      return EMPTY;
    }
    boolean sameCart = !isEmpty() && (change.cartId() == null || keyOf(change).equals(key));
    return sameCart
        ? new Cart(key, openedAtMillis, changed)
        : new Cart(keyOf(change), change.timeMillis(), changed);
  }

  private static String keyOf(CartChange change) {
    String id = change.cartId();
    if (id == null) {
      return Hash.hex128(change.eventId()).substring(0, 16);
    }
    return id.length() <= LONGEST_KEY ? id : Hash.hex128(id);
  }

  private static List<CartLine> bounded(List<CartLine> all) {
    List<CartLine> kept = new ArrayList<>(Math.min(all.size(), LINES));
    for (CartLine line : all.subList(0, Math.min(all.size(), LINES))) {
      kept.add(kept.size() < NAMED || line.item() == null ? line : line.withoutName());
    }
    return List.copyOf(kept);
  }

  void pack(Packer out) {
    out.text(key).number(openedAtMillis).list(lines, CartLine::pack);
  }

  static Cart unpack(Unpacker in) {
    return new Cart(in.text(), in.number(), in.list(CartLine::unpack));
  }
}
