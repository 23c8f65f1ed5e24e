package io.kairos.engine.event;

/**
 * One thing done in the shop.
 *
 * @param item the item it is about; {@link Item#NONE} for none
 * @param price what was asked for it
 * @param content what was looked at or said
 */
public record Click(Header header, EventName name, Item item, Price price, Content content)
    implements Event {

  /**
   * What was looked at or said.
   *
   * @param custom name of a custom event; null for every other
   * @param type kind of content, such as short-video; null for none
   * @param query text of a search as typed; null for every other event
   * @param dwellMillis time spent, milliseconds; 0 where not measured
   */
  public record Content(String custom, String type, String query, long dwellMillis) {
    public static final Content NONE = new Content(null, null, null, 0);
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
