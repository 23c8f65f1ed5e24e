package io.kairos.flink.source;

import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;

/** Fields that stand alike in the records of several topics. */
final class SharedFields {
  private SharedFields() {}

  /** eventId to attributes: the first fields of every record. */
  static Header header(Bytes in, Origin origin, WireReader.Arrival arrival) {
    String eventId = in.optionalText();
    String customerId = in.optionalText();
    long time = in.number();
    in.optionalNumber(0); // deviceTime
    in.optionalNumber(0); // sentAt
    long sequence = in.optionalNumber(0);
    in.skipOptionalText(); // source
    in.truth(); // test
    in.skipOptionalText(); // deviceId
    Timing timing = Timing.of(time, arrival.millis(), sequence, arrival.latenessMillis());
    return new Header(customerId, eventId, origin, timing, in.texts());
  }

  /** sku to brand: what follows an item's id. */
  static Item item(Bytes in, String id) {
    in.skipOptionalText(); // sku
    String category = Given.text(in.optionalWord());
    return new Item(id, category, Given.text(in.optionalWord()));
  }

  /** price, listPrice and currency. */
  static Price price(Bytes in) {
    long unit = in.optionalNumber(0);
    long list = in.optionalNumber(0);
    return new Price(unit, list, in.optionalWord());
  }
}
