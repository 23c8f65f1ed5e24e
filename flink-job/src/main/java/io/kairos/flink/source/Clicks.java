package io.kairos.flink.source;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;

/** The topic clickstream as events. */
final class Clicks {
  private Clicks() {}

  static Event event(ClickstreamEvent click, WireReader.Arrival arrival) {
    return new Click(
        new Header(
            click.getCustomerId(),
            click.getEventId(),
            Origin.CLICKSTREAM,
            arrival.of(click.getTime(), click.getSequence()),
            click.getAttributes()),
        WireReader.name("", click.getType()),
        new Item(
            Given.text(click.getItem()),
            Given.text(click.getCategory()),
            Given.text(click.getBrand())),
        price(click.getPrice(), click.getListPrice(), click.getCurrency()),
        content(click),
        visit(click));
  }

  private static Click.Visit visit(ClickstreamEvent click) {
    return new Click.Visit(
        Given.text(click.getPlatform()),
        Given.text(click.getCity()),
        Given.text(click.getCampaign()),
        click.getLatitude() == null ? Double.NaN : click.getLatitude(),
        click.getLongitude() == null ? Double.NaN : click.getLongitude());
  }

  /** A dwell time below 0 was not measured. */
  private static Click.Content content(ClickstreamEvent click) {
    long dwell = click.getDwellMillis() == null ? 0 : Math.max(0, click.getDwellMillis());
    boolean custom = click.getType() == ClickType.CUSTOM;
    boolean search = click.getType() == ClickType.SEARCH;
    return new Click.Content(
        custom ? click.getName() : null,
        Given.text(click.getContentType()),
        search ? click.getQuery() : null,
        dwell,
        rating(click));
  }

  /** One outside 1 to 5 says nothing. */
  private static int rating(ClickstreamEvent click) {
    int rating = click.getRating() == null ? 0 : click.getRating();
    return rating >= 1 && rating <= 5 ? rating : 0;
  }

  static Price price(Long unit, Long list, String currency) {
    return new Price(unit == null ? 0 : unit, list == null ? 0 : list, currency);
  }
}
