package io.kairos.local.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.profiles.PlainJsonReader;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reads records of plain JSON. */
final class JsonRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonRecords() {}

  /**
   * The record.
   *
   * @throws IOException if the text is no JSON, or does not fit the schema
   */
  static GenericRecord decode(byte[] text, Schema schema) throws IOException {
    try {
      return PlainJsonReader.record(JSON.readTree(text), schema);
    } catch (JsonProcessingException broken) {
      throw new IOException(broken.getOriginalMessage(), broken);
    } catch (AvroRuntimeException unfit) {
      throw new IOException(unfit.getMessage(), unfit);
    }
  }
}
