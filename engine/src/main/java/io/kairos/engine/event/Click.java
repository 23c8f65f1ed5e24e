package io.kairos.engine.event;

/**
 * One thing done in the shop.
 *
 * @param item the item it is about; {@link Item#NONE} for none
 * @param price what was asked for it
 * @param content what was looked at or said
 * @param visit how and where
 */
public record Click(
    Header header, EventName name, Item item, Price price, Content content, Visit visit)
    implements Event {

  /** One of which nobody knows how and where. */
  public Click(Header header, EventName name, Item item, Price price, Content content) {
    this(header, name, item, price, content, Visit.UNKNOWN);
  }

  /**
   * What was looked at or said.
   *
   * @param custom name of a custom event; null for every other
   * @param type kind of content, such as short-video; null for none
   * @param query text of a search as typed; null for every other event
   * @param dwellMillis time spent, milliseconds; 0 where not measured
   * @param rating of a review, 1 to 5; 0 for none
   */
  public record Content(String custom, String type, String query, long dwellMillis, int rating) {
    public static final Content NONE = new Content(null, null, null, 0);

    /** Content that nobody rated. */
    public Content(String custom, String type, String query, long dwellMillis) {
      this(custom, type, query, dwellMillis, 0);
    }
  }

  /**
   * How and where it was done.
   *
   * @param platform such as app; null where not known
   * @param city null where not known
   * @param campaign the campaign that led here; null for none
   * @param latitude degrees north; NaN where not known
   * @param longitude degrees east; NaN where not known
   */
  public record Visit(
      String platform, String city, String campaign, double latitude, double longitude) {
    public static final Visit UNKNOWN = new Visit(null, null, null, Double.NaN, Double.NaN);
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
