package io.kairos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The form that every schema keeps, so that it can grow and is documented field by field. */
class SchemaFormTest {

  /** A field of a record, for the name of the test. */
  record Place(Schema record, Field field) {
    @Override
    public String toString() {
      return record.getName() + "." + field.name();
    }
  }

  static Stream<Schema> types() {
    TreeMap<String, Schema> all = new TreeMap<>();
    for (Topics topic : Topics.values()) {
      all.putAll(WireSchemas.namedTypes(WireSchemas.of(topic)));
    }
    return all.values().stream();
  }

  static Stream<Schema> enums() {
    return types().filter(type -> type.getType() == Schema.Type.ENUM);
  }

  static Stream<Place> fields() {
    return types()
        .filter(type -> type.getType() == Schema.Type.RECORD)
        .flatMap(type -> type.getFields().stream().map(field -> new Place(type, field)));
  }

  static Stream<Place> unions() {
    return fields().filter(place -> place.field.schema().isUnion());
  }

  @Test
  void everyTopicHasARecord() {
    assertThat(TopicRecord.all()).extracting(TopicRecord::topic).containsExactly(Topics.values());
  }

  @ParameterizedTest
  @EnumSource
  void topicIsARecord(Topics topic) {
    assertThat(WireSchemas.of(topic).getType()).isEqualTo(Schema.Type.RECORD);
  }

  @ParameterizedTest
  @MethodSource("types")
  void typeIsDocumented(Schema type) {
    assertThat(type.getDoc()).as(type.getName()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void fieldIsDocumented(Place place) {
    assertThat(place.field.doc()).isNotBlank().endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("enums")
  void enumReadsUnknownSymbolsAsUnknown(Schema type) {
    assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
    assertThat(type.getEnumSymbols()).first().isEqualTo("UNKNOWN");
  }

  @ParameterizedTest
  @MethodSource("unions")
  void unionIsOnlyAValueThatMayBeNull(Place place) {
    List<Schema> branches = place.field.schema().getTypes();
    assertThat(branches).hasSize(2);
    assertThat(branches.get(0).getType()).isEqualTo(Schema.Type.NULL);
    assertThat(place.field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
  }

  @ParameterizedTest
  @MethodSource("unions")
  void nullIsExplained(Place place) {
    assertThat(place.field.doc()).contains("Null");
  }
}
