package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.EventReader;
import io.kairos.bench.shop.ShopEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** How events are read, profiles kept and alerts written. */
final class ShopSerdes {
  private ShopSerdes() {}

  /** Reads a topic's events; they are never written. */
  static Serde<ShopEvent> events(EventReader reader) {
    Serializer<ShopEvent> none =
        (topic, event) -> {
          throw new UnsupportedOperationException("events are read only");
        };
    return Serdes.serdeFrom(none, orFail(reader::read));
  }

  static Serde<Alert> alerts() {
    Deserializer<Alert> none =
        (topic, bytes) -> {
          throw new UnsupportedOperationException("alerts are written only");
        };
    return Serdes.serdeFrom((topic, alert) -> alert.json(), none);
  }

  static Serde<Profile> profile() {
    return Serdes.serdeFrom(
        (topic, profile) -> profile == null ? null : bytes(profile),
        orFail(bytes -> Profile.getDecoder().decode(bytes)));
  }

  private static byte[] bytes(Profile profile) {
    try {
      ByteBuffer buffer = Profile.getEncoder().encode(profile);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new SerializationException(e);
    }
  }

  private interface Reading<T> {
    T read(byte[] bytes) throws IOException;
  }

  private static <T> Deserializer<T> orFail(Reading<T> reading) {
    return (topic, bytes) -> {
      try {
        return bytes == null ? null : reading.read(bytes);
      } catch (IOException e) {
        throw new SerializationException(e);
      }
    };
  }
}
