package io.kairos.local.profiles;

import io.kairos.wire.Profile;
import io.kairos.wire.SchemaArchive;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MessageDecoder;

/**
 * As much of a profile as is read.
 *
 * @param schema the record's, with all of its fields or some
 */
public record ProfileShape(Schema schema) {
  private static final Schema PUBLISHED = Profile.getClassSchema();

  /** All fields. */
  public static ProfileShape whole() {
    return new ProfileShape(PUBLISHED);
  }

  /** Those of these fields that this release has; the others are skipped, which is much faster. */
  static ProfileShape of(List<String> names) {
    List<Field> fields =
        PUBLISHED.getFields().stream()
            .filter(field -> names.contains(field.name()))
            .map(field -> new Field(field, field.schema()))
            .toList();
    return new ProfileShape(
        Schema.createRecord(
            PUBLISHED.getName(), PUBLISHED.getDoc(), PUBLISHED.getNamespace(), false, fields));
  }

  /** Decodes what any release published. */
  MessageDecoder<GenericRecord> decoder() {
    BinaryMessageDecoder<GenericRecord> decoder =
        new BinaryMessageDecoder<>(GenericData.get(), schema, SchemaArchive.released());
    decoder.addSchema(PUBLISHED);
    return decoder;
  }
}
