package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What generated classes write of themselves is what Avro writes of them. */
class RecordEncoderTest {
  private static final int RECORDS = 200;
  private static final long SEED = 20_261_128;

  @ParameterizedTest
  @EnumSource(Topics.class)
  void fullAndBareRecordsAreAsAvroWritesThem(Topics topic) throws Exception {
    Schema schema = TopicSchemas.of(topic);
    RecordEncoder encoder = RecordEncoder.singleObject(schema);
    for (SpecificRecordBase record : Arrays.asList(Samples.full(schema), Samples.least(schema))) {
      assertThat(encoder.encode(record)).isEqualTo(byAvro(record));
    }
  }

  @ParameterizedTest
  @EnumSource(Topics.class)
  void anyRecordsAreAsAvroWritesThem(Topics topic) throws Exception {
    Schema schema = TopicSchemas.of(topic);
    RecordEncoder encoder = RecordEncoder.singleObject(schema);
    for (Object any : new RandomData(SpecificData.get(), schema, RECORDS, SEED, false)) {
      SpecificRecordBase record = (SpecificRecordBase) any;
      assertThat(encoder.encode(record)).isEqualTo(byAvro(record));
    }
  }

  @ParameterizedTest
  @EnumSource(Topics.class)
  void anyHeadStandsBeforeThem(Topics topic) throws Exception {
    SpecificRecordBase record = Samples.full(TopicSchemas.of(topic));
    byte[] behind = new RecordEncoder(new byte[] {0, 0, 0, 0, 7}).encode(record);
    byte[] byAvro = byAvro(record);
    assertThat(behind).startsWith(0, 0, 0, 0, 7);
    assertThat(Arrays.copyOfRange(behind, 5, behind.length))
        .isEqualTo(Arrays.copyOfRange(byAvro, 10, byAvro.length));
  }

  private static byte[] byAvro(SpecificRecordBase record) throws IOException {
    return new BinaryMessageEncoder<>(SpecificData.get(), record.getSchema())
        .encode(record)
        .array();
  }
}
