package io.kairos.engine.event;

/**
 * One thing done in the shop.
 *
 * @param item the item it is about; null for none
 * @param price what was asked for it
 */
public record Click(Header header, EventName name, String item, Price price) implements Event {

  @Override
  public String currency() {
    return price.currency();
  }

  @Override
  public AmountRange amounts() {
    return AmountRange.NONE.with(price.unitMinor(), price.listMinor());
  }
}
