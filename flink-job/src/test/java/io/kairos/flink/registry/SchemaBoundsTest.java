package io.kairos.flink.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaBoundsTest {

  @ParameterizedTest
  @EnumSource
  void ourOwnSchemasAreRead(Topics topic) {
    assertThat(SchemaBounds.refusal(TopicSchemas.of(topic))).isEmpty();
    assertThat(SchemaBounds.refusal(TopicSchemas.released(topic))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'null'",
        "{'type':'fixed','name':'F','size':0}",
        "{'type':'record','name':'R','fields':[]}",
        "{'type':'record','name':'R','fields':[{'name':'a','type':'null'},"
            + "{'name':'b','type':{'type':'fixed','name':'F','size':0}}]}"
      })
  void itemsThatTakeNoBytesAreRefused(String items) {
    assertRefused("{'type':'array','items':" + items + "}", "take no bytes");
    assertRefused(
        "{'type':'map','values':{'type':'array','items':" + items + "}}", "take no bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'string'",
        "{'type':'fixed','name':'F','size':1}",
        "{'type':'enum','name':'E','symbols':['A']}",
        "['null']",
        "{'type':'array','items':'int'}",
        "{'type':'map','values':'null'}",
        "{'type':'record','name':'R','fields':[{'name':'a','type':'null'},"
            + "{'name':'b','type':'boolean'}]}"
      })
  void itemsThatTakeAByteAreRead(String items) {
    assertThat(refusal("{'type':'array','items':" + items + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'R'",
        "['null','R']",
        "{'type':'array','items':'R'}",
        "{'type':'map','values':['null','R']}",
        "{'type':'record','name':'S','fields':[{'name':'up','type':'R'}]}"
      })
  void aRecordWithinItselfIsRefused(String field) {
    assertRefused(
        "{'type':'record','name':'R','fields':[{'name':'f','type':" + field + "}]}",
        "is recursive: R lies within R");
  }

  @Test
  void aRecordThatIsUsedTwiceIsNotRecursive() {
    assertThat(
            refusal(
                "{'type':'record','name':'R','fields':[{'name':'a','type':"
                    + "{'type':'record','name':'S','fields':[]}},{'name':'b','type':'S'}]}"))
        .isEmpty();
  }

  @Test
  void levelsAreCountedWithoutUnions() {
    assertThat(SchemaBounds.refusal(nested(SchemaBounds.MOST_LEVELS))).isEmpty();
    assertThat(SchemaBounds.refusal(nested(SchemaBounds.MOST_LEVELS + 1)))
        .hasValue("is nested deeper than 32 levels: flatten it");
  }

  @Test
  void typesAreCountedWithEachNameWrittenOut() {
    assertThat(SchemaBounds.refusal(wide(SchemaBounds.MOST_TYPES - 1))).isEmpty();
    assertThat(SchemaBounds.refusal(wide(SchemaBounds.MOST_TYPES)))
        .hasValue("holds more than 10000 types: write fewer fields");
    assertThat(SchemaBounds.refusal(doubled(30)))
        .hasValueSatisfying(why -> assertThat(why).contains("types"));
  }

  private static Schema nested(int levels) {
    Schema schema = SchemaBuilder.builder().intType();
    for (int level = 0; level < levels; level++) {
      schema = SchemaBuilder.nullable().array().items(schema);
    }
    return schema;
  }

  private static Schema wide(int fields) {
    SchemaBuilder.FieldAssembler<Schema> record = SchemaBuilder.record("Wide").fields();
    IntStream.range(0, fields).forEach(field -> record.requiredInt("f" + field));
    return record.endRecord();
  }

  private static Schema doubled(int times) {
    Schema schema = SchemaBuilder.builder().intType();
    for (int time = 0; time < times; time++) {
      schema =
          SchemaBuilder.record("R" + time)
              .fields()
              .name("one")
              .type(schema)
              .noDefault()
              .name("other")
              .type(schema)
              .noDefault()
              .endRecord();
    }
    return schema;
  }

  private static void assertRefused(String schema, String why) {
    assertThat(refusal(schema)).hasValueSatisfying(told -> assertThat(told).contains(why));
  }

  private static Optional<String> refusal(String schema) {
    return SchemaBounds.refusal(SchemaOf.json(schema));
  }
}
