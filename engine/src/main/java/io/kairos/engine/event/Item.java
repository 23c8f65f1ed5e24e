package io.kairos.engine.event;

/**
 * An item of the shop, as an event names it.
 *
 * @param id null where the event is about no item
 * @param category a path from general to special, parts separated by dots; null where not known
 * @param brand null where not known
 */
public record Item(String id, String category, String brand) {
  public static final Item NONE = new Item(null, null, null);

  /** An item of which nothing but the id is known. */
  public static Item of(String id) {
    return new Item(id, null, null);
  }
}
