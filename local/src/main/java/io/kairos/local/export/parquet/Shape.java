package io.kairos.local.export.parquet;

import io.kairos.local.profiles.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MapType;
import org.apache.parquet.format.SchemaElement;

/**
 * An Avro record as Parquet's schema, its columns, and the part that takes records apart into them.
 * Lists and maps have the three levels that the format asks for.
 */
final class Shape {
  private static final LogicalType LIST = LogicalType.LIST(new ListType());
  private static final LogicalType MAP = LogicalType.MAP(new MapType());

  private final List<SchemaElement> elements = new ArrayList<>();
  private final List<ColumnBuffer> columns = new ArrayList<>();
  private final Part root;

  Shape(Schema record) {
    SchemaElement message = new SchemaElement(record.getName());
    message.setNum_children(record.getFields().size());
    elements.add(message);
    root = fields(record, Place.ROOT);
  }

  /** The schema from the outside inwards, as the footer has it. */
  List<SchemaElement> elements() {
    return elements;
  }

  /** The columns in the order of the schema. */
  List<ColumnBuffer> columns() {
    return columns;
  }

  /** Adds a row to the columns. */
  void write(IndexedRecord record) {
    root.write(record, 0, 0);
  }

  private Part fields(Schema record, Place place) {
    List<Part> parts = new ArrayList<>();
    for (Field field : record.getFields()) {
      parts.add(part(field.name(), field.schema(), Meaning.of(field), place));
    }
    return new Part.Group(parts, (value, i) -> ((IndexedRecord) value).get(i));
  }

  private Part part(String name, Schema schema, Meaning meaning, Place outer) {
    Place place = outer.in(name);
    if (schema.isUnion()) {
      SchemaElement element = element(name, FieldRepetitionType.OPTIONAL);
      return new Part.Nullable(content(present(schema), meaning, element, place.optional()));
    }
    return content(schema, meaning, element(name, FieldRepetitionType.REQUIRED), place);
  }

  private Part content(Schema schema, Meaning meaning, SchemaElement element, Place place) {
    return switch (schema.getType()) {
      case RECORD -> {
        element.setNum_children(schema.getFields().size());
        yield fields(schema, place);
      }
      case ARRAY -> list(schema.getElementType(), meaning, element, place);
      case MAP -> map(schema.getValueType(), meaning, element, place);
      default -> column(ValueType.of(schema, meaning), element, place);
    };
  }

  private Part list(Schema item, Meaning meaning, SchemaElement element, Place place) {
    mark(element, LIST, ConvertedType.LIST);
    Place repeated = repeated("list", 1, place);
    return new Part.Repeated(part("element", item, meaning, repeated), repeated.repetitions());
  }

  private Part map(Schema item, Meaning meaning, SchemaElement element, Place place) {
    mark(element, MAP, ConvertedType.MAP);
    Place repeated = repeated("key_value", 2, place);
    Part key =
        column(ValueType.TEXT, element("key", FieldRepetitionType.REQUIRED), repeated.in("key"));
    Part value = part("value", item, meaning, repeated);
    Part entry = new Part.Group(List.of(key, value), Shape::keyOrValue);
    return new Part.Repeated(entry, repeated.repetitions());
  }

  private static Object keyOrValue(Object entry, int part) {
    Map.Entry<?, ?> both = (Map.Entry<?, ?>) entry;
    return part == 0 ? both.getKey() : both.getValue();
  }

  private Part column(ValueType type, SchemaElement element, Place place) {
    element.setType(type.physical());
    type.mark(element);
    ColumnBuffer column = new ColumnBuffer(place, type);
    columns.add(column);
    return column;
  }

  private Place repeated(String name, int children, Place outer) {
    element(name, FieldRepetitionType.REPEATED).setNum_children(children);
    return outer.in(name).repeated();
  }

  private static void mark(SchemaElement element, LogicalType type, ConvertedType legacy) {
    element.setNum_children(1);
    element.setLogicalType(type);
    element.setConverted_type(legacy);
  }

  private SchemaElement element(String name, FieldRepetitionType repetition) {
    SchemaElement element = new SchemaElement(name);
    element.setRepetition_type(repetition);
    elements.add(element);
    return element;
  }

  /** The branch of a union that is not null. */
  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}
