package io.kairos.engine.profile;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the customer has in the cart.
 *
 * @param key the cart's id, or where it has none a name made of the event that opened it; null
 *     while no cart is open
 * @param named whether the key is the cart's id
 * @param openedAtMillis event time of the first add, epoch milliseconds; 0 while no cart is open
 * @param lines the latest first; at most {@value #LINES}, of which {@value #NAMED} keep their name
 */
public record Cart(String key, boolean named, long openedAtMillis, List<CartLine> lines) {
  /** Most lines that are kept; beyond that the one changed longest ago goes. */
  static final int LINES = 24;

  /** Most lines that keep their item's name, enough for a message. */
  public static final int NAMED = 5;

  /** Most bytes that the names take together; beyond that only the latest keep theirs. */
  static final int NAME_BYTES = 300;

  static final Cart EMPTY = new Cart(null, false, 0, List.of());

  private static final int LONGEST_KEY = 40;

  /** Stands in state before a key that is the cart's id. */
  private static final String ID = "\u0000";

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The cart's id; null where it has none, or one of more than {@value #LONGEST_KEY} bytes. */
  public String id() {
    return named ? key : null;
  }

  /** Units in the cart. */
  public long count() {
    long count = 0;
    for (CartLine line : lines) {
      count += line.quantity();
    }
    return count;
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

  /**
   * The cart after a change of it. What is put into another cart opens that one in this one's
   * place; what is taken out of another cart leaves this one as it is.
   */
  Cart with(CartChange change) {
    boolean other = isOther(change);
    if (change.name() == EventName.CART_EMPTIED) {
      return other ? this : EMPTY;
    }
    if (change.item().id() == null) {
      return this;
    }
    List<CartLine> held = other ? List.of() : lines;
    List<CartLine> changed = changed(held, change);
    if (changed.isEmpty()) {
      return other ? this : EMPTY;
    }
    return isEmpty() || other
        ? new Cart(keyOf(change), isNamed(change), change.timeMillis(), changed)
        : new Cart(key, named, openedAtMillis, changed);
  }

  /** The key of the cart that a change is about, though that may not be open; null for none. */
  static String keyAbout(CartChange change, Cart before, Cart after) {
    if (change.cartId() != null) {
      return keyOf(change);
    }
    return after.isEmpty() ? before.key() : after.key();
  }

  /** Whether a change is about a cart other than the one that is open. */
  private boolean isOther(CartChange change) {
    return !isEmpty() && change.cartId() != null && !keyOf(change).equals(key);
  }

  private static List<CartLine> changed(List<CartLine> held, CartChange change) {
    long hash = CartLine.hashOf(change.item().id());
    CartLine old = lineOf(held, hash);
    int after = change.item().quantityAfter(old == null ? 0 : old.quantity(), change.name());
    List<CartLine> changed = new ArrayList<>(held.size() + 1);
    if (after > 0) {
      long known = old == null ? 0 : old.unitMinor();
      long asked = change.price().unitMinor();
      changed.add(new CartLine(hash, change.item().id(), after, asked > 0 ? asked : known));
    }
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i) != old) {
        changed.add(held.get(i));
      }
    }
    return bounded(changed);
  }

  private static CartLine lineOf(List<CartLine> lines, long hash) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).itemHash() == hash) {
        return lines.get(i);
      }
    }
    return null;
  }

  /** The cart after an order took its items out. */
  Cart without(List<OrderLine> ordered) {
    Set<Long> gone = new HashSet<>();
    ordered.forEach(line -> gone.add(CartLine.hashOf(line.item().id())));
    List<CartLine> left = lines.stream().filter(l -> !gone.contains(l.itemHash())).toList();
    return left.isEmpty() ? EMPTY : new Cart(key, named, openedAtMillis, left);
  }

  private static String keyOf(CartChange change) {
    String id = change.cartId();
    if (id == null) {
      return Hash.hex128(change.eventId()).substring(0, 8);
    }
    return Hash.shortened(id, LONGEST_KEY);
  }

  private static boolean isNamed(CartChange change) {
    return change.cartId() != null && Utf8.fits(change.cartId(), LONGEST_KEY);
  }

  private static List<CartLine> bounded(List<CartLine> all) {
    CartLine[] kept = new CartLine[Math.min(all.size(), LINES)];
    int nameBytes = 0;
    for (int i = 0; i < kept.length; i++) {
      CartLine line = all.get(i);
      nameBytes += line.nameBytes();
      kept[i] = i < NAMED && nameBytes <= NAME_BYTES ? line : line.withoutName();
    }
    return List.of(kept);
  }

  /** The cart with only the latest names: what is kept where there is little room. */
  public Cart named(int most) {
    List<CartLine> kept = new ArrayList<>(lines.size());
    lines.forEach(line -> kept.add(kept.size() < most ? line : line.withoutName()));
    return new Cart(key, named, openedAtMillis, List.copyOf(kept));
  }

  /** Instants are counted from another, so that they are short. */
  void pack(Packer out, long since) {
    out.text(named ? ID + key : key);
    out.instant(openedAtMillis, since, 0).list(lines, CartLine::pack);
  }

  static Cart unpack(Unpacker in, long since) {
    String key = in.text();
    boolean named = key != null && key.startsWith(ID);
    String plain = named ? key.substring(ID.length()) : key;
    return new Cart(plain, named, in.instant(since, 0), in.list(CartLine::unpack));
  }
}
