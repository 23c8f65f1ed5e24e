package io.kairos.bench.shop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a rule has to say about a customer.
 *
 * @param time of the deadline or of the event, epoch milliseconds
 * @param cents the value of the cart, or what was spent; minor units, 0 for dormancy
 */
public record Alert(String customerId, Rule rule, long time, long cents) {

  /** The rules that every peer has. */
  public enum Rule {
    CART_ABANDONED,
    DORMANT,
    VIP
  }

  private static final JsonFactory JSON = new JsonFactory();

  /** As the value of a Kafka record. */
  public byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("customerId", customerId);
      json.writeStringField("rule", rule.name());
      json.writeNumberField("time", time);
      json.writeNumberField("cents", cents);
      json.writeEndObject();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }
}
