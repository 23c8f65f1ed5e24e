package io.kairos.flink.source;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Price;
import io.kairos.wire.ClickType;

/** A record of the topic clickstream, from behind the attributes on. */
final class PlainClick {
  /** The schema whose fields, in their order, are read here. */
  static final long SCHEMA = 0xd05fbba5dda24ba0L;

  private static final EventName[] NAMES = WireReader.names("", ClickType.values());

  private PlainClick() {}

  static Event event(Bytes in, Header header) {
    EventName name = NAMES[in.symbol(NAMES.length)];
    String custom = in.optionalText();
    Item item = SharedFields.item(in, Given.text(in.optionalText()));
    Price price = SharedFields.price(in);
    Click.Content content = content(in, name, custom);
    in.skipOptionalText(); // order
    Click.Visit visit = visit(in);
    in.skipOptionalText(); // triggerId
    return new Click(header, name, item, price, content, visit);
  }

  private static Click.Content content(Bytes in, EventName name, String custom) {
    in.skipOptionalText(); // contentId
    String type = Given.text(in.optionalWord());
    long dwell = Math.max(0, in.optionalNumber(0));
    String query = in.optionalText();
    int rating = in.optionalInteger(0);
    return new Click.Content(
        name == EventName.CUSTOM ? custom : null,
        type,
        name == EventName.SEARCH ? query : null,
        dwell,
        rating >= 1 && rating <= 5 ? rating : 0);
  }

  private static Click.Visit visit(Bytes in) {
    String platform = Given.text(in.optionalWord());
    in.skipOptionalText(); // sessionId
    String city = Given.text(in.optionalWord());
    double latitude = in.optionalReal();
    double longitude = in.optionalReal();
    return new Click.Visit(platform, city, Given.text(in.optionalWord()), latitude, longitude);
  }
}
