package io.kairos.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * JSON objects as records of the wire. Fields left out take the default of the schema; unknown ones
 * and values of another type refuse the row.
 *
 * @param times how times are read
 */
record JsonRecords(TimeText times) {
  private static final SpecificData AVRO = SpecificData.get();

  SpecificRecordBase read(Schema schema, ObjectNode row) throws RowRefused {
    refuseUnknown(schema, row);
    SpecificRecordBase event = (SpecificRecordBase) AVRO.newRecord(null, schema);
    for (Field field : schema.getFields()) {
      JsonNode node = row.get(field.name());
      Object value =
          node == null
              ? defaultOf(field)
              : new JsonValue(field.name(), node, this).as(field.schema());
      event.put(field.pos(), value);
    }
    return event;
  }

  private static void refuseUnknown(Schema schema, ObjectNode row) throws RowRefused {
    List<String> known = schema.getFields().stream().map(Field::name).toList();
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      String name = entry.getKey();
      if (!known.contains(name)) {
        throw new RowRefused(
            LeftOut.UNKNOWN_FIELD,
            "unknown field '%s'%s".formatted(name, NearestName.hint(name, known)));
      }
    }
  }

  private static Object defaultOf(Field field) throws RowRefused {
    if (!field.hasDefaultValue()) {
      throw new RowRefused(LeftOut.MISSING_VALUE, "'%s' is missing".formatted(field.name()));
    }
    return AVRO.deepCopy(field.schema(), AVRO.getDefaultValue(field));
  }
}
