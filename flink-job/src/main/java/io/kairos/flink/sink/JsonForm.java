package io.kairos.flink.sink;

import io.kairos.wire.PlainJson;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;

/** Plain JSON. */
final class JsonForm<T extends SpecificRecord> implements ValueForm<T> {
  private static final long serialVersionUID = 1L;

  @Override
  public byte[] bytes(T record) {
    return PlainJson.of(record).getBytes(StandardCharsets.UTF_8);
  }
}
