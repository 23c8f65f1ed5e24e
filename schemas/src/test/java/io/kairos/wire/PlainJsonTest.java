package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Records as plain JSON. */
class PlainJsonTest {
  private static final SchemaBuilder.TypeBuilder<Schema> TYPE = SchemaBuilder.builder();

  static List<Arguments> values() {
    return List.of(
        Arguments.of(nullable(), null, "null"),
        Arguments.of(nullable(), "tea", "\"tea\""),
        Arguments.of(TYPE.stringType(), "a \"b\"\n\u65f6", "\"a \\\"b\\\"\\n\u65f6\""),
        Arguments.of(TYPE.intType(), -3, "-3"),
        Arguments.of(TYPE.longType(), Long.MAX_VALUE, "9223372036854775807"),
        Arguments.of(TYPE.doubleType(), 31.25, "31.25"),
        Arguments.of(TYPE.booleanType(), true, "true"),
        Arguments.of(mode(), Mode.LIVE, "\"LIVE\""),
        Arguments.of(TYPE.bytesType(), ByteBuffer.wrap(new byte[] {0, -1, 16}), "\"AP8Q\""),
        Arguments.of(TYPE.bytesType(), middle(), "\"AgM=\""),
        Arguments.of(strings(), List.of(), "[]"),
        Arguments.of(strings(), List.of("b", "a"), "[\"b\",\"a\"]"),
        Arguments.of(map(), unsorted(), "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void writesValue(Schema schema, Object value, String json) {
    assertThat(PlainJson.of(record(schema, value))).isEqualTo("{\"value\":" + json + "}");
  }

  @Test
  void writesNestedRecordsInTheOrderOfTheirFields() {
    ProfileCartLine line = new ProfileCartLine("tea", 2, 400L);
    GenericRecord cart = record(Schema.createArray(line.getSchema()), List.of(line));
    assertThat(PlainJson.of(cart))
        .isEqualTo("{\"value\":[{\"item\":\"tea\",\"quantity\":2,\"unitPrice\":400}]}");
  }

  @Test
  void leavesBytesUnread() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2});
    PlainJson.of(record(TYPE.bytesType(), bytes));
    assertThat(bytes.remaining()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryTopicOnOneLine(Topics topic) {
    assertThat(PlainJson.of(Samples.full(WireSchemas.of(topic))))
        .startsWith("{")
        .endsWith("}")
        .doesNotContain("\n");
  }

  private static Schema nullable() {
    return Schema.createUnion(TYPE.nullType(), TYPE.stringType());
  }

  private static Schema mode() {
    return WireSchemas.namedTypes(WireSchemas.of(Topics.TRIGGERS)).get("io.kairos.wire.Mode");
  }

  private static Schema strings() {
    return Schema.createArray(TYPE.stringType());
  }

  private static Schema map() {
    return Schema.createMap(TYPE.stringType());
  }

  private static Map<String, String> unsorted() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("c", "3");
    map.put("a", "1");
    map.put("b", "2");
    return map;
  }

  private static ByteBuffer middle() {
    return ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2);
  }

  private static GenericRecord record(Schema of, Object value) {
    Schema schema =
        SchemaBuilder.record("One").fields().name("value").type(of).noDefault().endRecord();
    GenericRecord record = new GenericData.Record(schema);
    record.put("value", value);
    return record;
  }
}
