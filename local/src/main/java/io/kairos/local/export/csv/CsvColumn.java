package io.kairos.local.export.csv;

import io.kairos.local.profiles.Meaning;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * One column: a field, or a field of a record within, then named with dots.
 *
 * @param path the fields from the outermost record inwards
 */
record CsvColumn(List<Field> path) {

  CsvColumn {
    path = List.copyOf(path);
  }

  /** The columns of a record, in the order of its schema. */
  static List<CsvColumn> of(Schema record) {
    List<CsvColumn> columns = new ArrayList<>();
    collect(record, List.of(), columns);
    return List.copyOf(columns);
  }

  private static void collect(Schema record, List<Field> outer, List<CsvColumn> columns) {
    for (Field field : record.getFields()) {
      List<Field> path = new ArrayList<>(outer);
      path.add(field);
      Schema schema = present(field.schema());
      if (schema.getType() == Schema.Type.RECORD) {
        collect(schema, path, columns);
      } else {
        columns.add(new CsvColumn(path));
      }
    }
  }

  /** The branch of a union that is not null. */
  private static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  String name() {
    return String.join(".", path.stream().map(Field::name).toList());
  }

  /** Whether its values are free text, which may look like a formula. */
  boolean isText() {
    return present(last().schema()).getType() == Schema.Type.STRING;
  }

  /** The cell; empty for null. */
  Optional<String> text(IndexedRecord record) {
    Object value = record;
    for (Field field : path) {
      value = value == null ? null : ((IndexedRecord) value).get(field.pos());
    }
    return Optional.ofNullable(value).map(this::text);
  }

  private String text(Object value) {
    Meaning meaning = Meaning.of(last());
    if (value instanceof Map || value instanceof Collection) {
      return NestedJson.of(value, meaning);
    } else if (value instanceof ByteBuffer bytes) {
      return base64(bytes);
    } else if (value instanceof Long millis && meaning == Meaning.TIME) {
      return IsoTime.of(millis);
    }
    return value.toString();
  }

  static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }

  private Field last() {
    return path.get(path.size() - 1);
  }
}
