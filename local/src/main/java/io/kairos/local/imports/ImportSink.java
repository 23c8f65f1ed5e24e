package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Takes what a format finds in its file. */
public interface ImportSink {

  /** One row was read, whatever becomes of it. */
  void row();

  /**
   * An event of the file.
   *
   * @param row number of the event's first row; breaks ties of time
   */
  void event(long row, InputEvent event) throws IOException;

  /**
   * A row does not go in.
   *
   * @param example what was wrong and on which line; the first of each reason is kept
   */
  void leaveOutRow(LeftOut reason, String example);

  /** An event that the file holds does not go in, beside its rows. */
  void leaveOutEvent(LeftOut reason, EventType type);

  default void click(long row, ClickstreamEvent event) throws IOException {
    event(row, input(Topics.CLICKSTREAM, event));
  }

  default void cart(long row, CartEvent event) throws IOException {
    event(row, input(Topics.CART, event));
  }

  default void order(long row, OrderEvent event) throws IOException {
    event(row, input(Topics.ORDERS, event));
  }

  /** A record of an input topic, keyed and timed by its own fields. */
  static InputEvent input(Topics topic, SpecificRecordBase event) {
    Schema schema = event.getSchema();
    String customerId = (String) event.get(schema.getField("customerId").pos());
    long timeMillis = (long) event.get(schema.getField("time").pos());
    return new InputEvent(topic, customerId, timeMillis, event);
  }
}
