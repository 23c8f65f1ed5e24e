package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The binary form of every record: Avro's single-object encoding. */
class SingleObjectTest {

  static List<TopicRecord<?>> records() {
    return TopicRecord.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void fullRecordComesBack(TopicRecord<T> record)
      throws IOException {
    assertComesBack(record, Samples.full(record.schema()));
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void recordOfDefaultsComesBack(TopicRecord<T> record)
      throws IOException {
    assertComesBack(record, Samples.least(record.schema()));
  }

  @ParameterizedTest
  @MethodSource("records")
  <T extends SpecificRecordBase> void beginsWithMarkAndFingerprint(TopicRecord<T> record)
      throws IOException {
    ByteBuffer bytes = encoded(record, Samples.full(record.schema()));
    assertThat(bytes.get()).isEqualTo((byte) 0xC3);
    assertThat(bytes.get()).isEqualTo((byte) 0x01);
    long fingerprint = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat("%016x".formatted(fingerprint)).isEqualTo(WireSchemas.fingerprint(record.schema()));
  }

  @Test
  void otherRecordIsRefused() throws IOException {
    byte[] order = OrderEvent.getEncoder().encode(order()).array();
    assertThatThrownBy(() -> CartEvent.getDecoder().decode(order))
        .isInstanceOf(MissingSchemaException.class);
  }

  /** A producer of a later release says a word that this one does not know. */
  @Test
  void aSymbolOfALaterReleaseReadsAsUnknown() throws IOException {
    Schema later = withSymbol(ClickstreamEvent.SCHEMA$, "TELEPORTED");
    GenericRecord record = new GenericData.Record(later);
    for (Schema.Field field : later.getFields()) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), GenericData.get().getDefaultValue(field));
      }
    }
    record.put("time", 0L);
    record.put("type", new GenericData.EnumSymbol(later.getField("type").schema(), "TELEPORTED"));
    ByteBuffer bytes =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), later).encode(record);

    BinaryMessageDecoder<ClickstreamEvent> decoder = ClickstreamEvent.createDecoder(known -> later);

    assertThat(decoder.decode(bytes).getType()).isEqualTo(ClickType.UNKNOWN);
  }

  private static Schema withSymbol(Schema schema, String symbol) {
    String json = schema.toString();
    return new Schema.Parser().parse(json.replace("\"CUSTOM\"]", "\"CUSTOM\",\"" + symbol + "\"]"));
  }

  private static OrderEvent order() {
    return OrderEvent.newBuilder().setTime(0).build();
  }

  private static <T extends SpecificRecordBase> void assertComesBack(
      TopicRecord<T> record, SpecificRecordBase sample) throws IOException {
    assertThat(record.decoder().decode(encoded(record, sample))).isEqualTo(sample);
  }

  @SuppressWarnings("unchecked") // The sample is of the schema's own class.
  private static <T extends SpecificRecordBase> ByteBuffer encoded(
      TopicRecord<T> record, SpecificRecordBase sample) throws IOException {
    return record.encoder().encode((T) sample);
  }
}
