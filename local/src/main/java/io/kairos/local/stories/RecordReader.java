package io.kairos.local.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Makes records of the wire from the fields of a story: under their names on the wire, amounts in
 * the major unit, times as times of the story.
 */
record RecordReader(MinorUnit money, TimeReader times) {
  private static final SpecificData AVRO = SpecificData.get();

  /** A record of which nothing is said but what the schema says for all. */
  static SpecificRecordBase blank(Schema schema) {
    SpecificRecordBase record = (SpecificRecordBase) AVRO.newRecord(null, schema);
    for (Field field : schema.getFields()) {
      if (field.hasDefaultValue()) {
        record.put(field.pos(), AVRO.deepCopy(field.schema(), AVRO.getDefaultValue(field)));
      }
    }
    return record;
  }

  /** A record like another. */
  static <R extends SpecificRecordBase> R copy(R record) {
    return AVRO.deepCopy(record.getSchema(), record);
  }

  /**
   * Fills in what a map says.
   *
   * @param atMillis when the event happens
   */
  void fill(SpecificRecordBase record, Written fields, long atMillis) {
    for (Written.Entry entry : fields.entries()) {
      if (Shorthand.isOne(record, entry.name())) {
        Shorthand.fill(record, entry);
      } else {
        Field field = field(record.getSchema(), entry);
        record.put(field.pos(), value(field.name(), field.schema(), entry.value(), atMillis));
      }
    }
  }

  private static Field field(Schema schema, Written.Entry entry) {
    Field field = schema.getField(entry.name());
    if (field == null) {
      List<String> known = new ArrayList<>(Shorthand.namesFor(schema));
      schema.getFields().forEach(each -> known.add(each.name()));
      throw entry.key().wrong(Written.unknown("field", entry.name(), known));
    }
    return field;
  }

  private Object value(String name, Schema schema, Written written, long atMillis) {
    return switch (schema.getType()) {
      case UNION ->
          written.isNull() ? null : value(name, schema.getTypes().get(1), written, atMillis);
      case RECORD -> nested(schema, written, atMillis);
      case ARRAY ->
          new ArrayList<>(
              written.oneOrMore().stream()
                  .map(each -> value(name, schema.getElementType(), each, atMillis))
                  .toList());
      case MAP -> map(name, schema.getValueType(), written, atMillis);
      default -> scalar(name, schema.getType(), written, atMillis);
    };
  }

  private SpecificRecordBase nested(Schema schema, Written written, long atMillis) {
    SpecificRecordBase record = blank(schema);
    fill(record, written, atMillis);
    for (Field field : schema.getFields()) {
      if (record.get(field.pos()) == null && field.schema().getType() != Schema.Type.UNION) {
        throw written.wrong("'" + field.name() + "' is missing here");
      }
    }
    return record;
  }

  private Map<String, Object> map(String name, Schema values, Written written, long atMillis) {
    Map<String, Object> map = new HashMap<>();
    if (values.getType() == Schema.Type.BOOLEAN) {
      map.putAll(Shorthand.answers(written));
    } else {
      written
          .entries()
          .forEach(entry -> map.put(entry.name(), value(name, values, entry.value(), atMillis)));
    }
    return map;
  }

  private Object scalar(String name, Schema.Type type, Written written, long atMillis) {
    return switch (type) {
      case BOOLEAN -> Shorthand.answer(written);
      case INT -> (int) whole(written, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> number(name, written, atMillis);
      case DOUBLE -> decimal(written);
      default -> written.text();
    };
  }

  private long number(String name, Written written, long atMillis) {
    return switch (WireNumber.of(name)) {
      case AMOUNT -> money.read(written);
      case TIME -> times.read(written, TimeReader.Since.of(atMillis)).fromMillis();
      case COUNT -> whole(written, Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  private static long whole(Written written, long least, long most) {
    try {
      long number = Long.parseLong(written.text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      // Said below: for the writer of the story both mistakes are the same.
    }
    throw written.wrong("'" + written.text() + "' is no whole number");
  }

  private static double decimal(Written written) {
    try {
      return Double.parseDouble(written.text());
    } catch (NumberFormatException noNumber) {
      throw written.wrong("'" + written.text() + "' is no number");
    }
  }
}
