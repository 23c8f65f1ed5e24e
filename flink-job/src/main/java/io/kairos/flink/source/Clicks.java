package io.kairos.flink.source;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
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
            arrival.of(click.getTime(), click.getSequence())),
        WireReader.name("", click.getType()),
        click.getItem(),
        price(click.getPrice(), click.getListPrice(), click.getCurrency()));
  }

  static Price price(Long unit, Long list, String currency) {
    return new Price(unit == null ? 0 : unit, list == null ? 0 : list, currency);
  }
}
