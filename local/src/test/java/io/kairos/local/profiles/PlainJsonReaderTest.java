package io.kairos.local.profiles;

import static io.kairos.local.profiles.Schemas.LONG;
import static io.kairos.local.profiles.Schemas.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.wire.PlainJson;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainJsonReaderTest {
  private static final Schema ALL =
      SchemaBuilder.record("All")
          .fields()
          .requiredString("text")
          .requiredLong("whole")
          .requiredInt("small")
          .requiredDouble("broken")
          .requiredDouble("none")
          .requiredBoolean("truth")
          .requiredBytes("raw")
          .optionalString("absent")
          .optionalLong("present")
          .name("kind")
          .type()
          .enumeration("Kind")
          .symbols("A", "B")
          .noDefault()
          .name("list")
          .type()
          .array()
          .items(Schemas.dated())
          .noDefault()
          .name("map")
          .type()
          .map()
          .values()
          .doubleType()
          .noDefault()
          .endRecord();

  @Test
  void readsWhatIsWritten() throws JsonProcessingException {
    GenericRecord written =
        Schemas.of(
            ALL,
            "a",
            1L << 40,
            7,
            0.5,
            Double.NaN,
            true,
            ByteBuffer.wrap(new byte[] {1, 2}),
            null,
            5L,
            new GenericData.EnumSymbol(ALL.getField("kind").schema(), "B"),
            List.of(Schemas.of(Schemas.dated(), "new", 3L)),
            Map.of("k", 1.5));

    String json = PlainJson.of(written);

    assertThat(PlainJson.of(read(json, ALL))).isEqualTo(json);
  }

  @Test
  void skipsFieldsThatItDoesNotKnowAndFillsInDefaults() throws JsonProcessingException {
    Schema schema =
        SchemaBuilder.record("R").fields().optionalLong("a").requiredLong("b").endRecord();

    assertThat(read("{\"b\":1,\"later\":[]}", schema)).isEqualTo(Schemas.of(schema, null, 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":\"1\"}", "{\"a\":1.5}", "{\"a\":null}", "[]"})
  void refusesWhatDoesNotFit(String json) {
    Schema schema = Schemas.record("R", field("a", LONG, ""));

    assertThatThrownBy(() -> read(json, schema)).isInstanceOf(AvroRuntimeException.class);
  }

  private static GenericRecord read(String json, Schema schema) throws JsonProcessingException {
    return PlainJsonReader.record(new ObjectMapper().readTree(json), schema);
  }
}
