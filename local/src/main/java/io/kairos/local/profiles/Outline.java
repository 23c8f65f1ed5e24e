package io.kairos.local.profiles;

import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * Fields as lines of label and value; what does not fit in a line goes below it, indented.
 *
 * <p>What is not known is left out: nulls, empty texts, lists and maps.
 */
final class Outline {
  /** A longer list or map takes a line for each element. */
  private static final int LINE_WIDTH = 72;

  /** A line: a value beside its label, or a text of its own without a label. */
  private record Row(int depth, String label, String value) {
    boolean isPair() {
      return !label.isEmpty() && !value.isEmpty();
    }

    int labelEnd() {
      return 2 * depth + label.length();
    }
  }

  private final Notation notation;
  private final List<Row> rows = new ArrayList<>();

  Outline(Notation notation) {
    this.notation = notation;
  }

  /** Adds the title of a section. */
  void title(String title) {
    if (!rows.isEmpty()) {
      text(0, "");
    }
    text(0, title);
  }

  /** Adds a field below the title. */
  void field(Field field, Object value) {
    field(1, field, value);
  }

  /** Whether nothing is known of a value. */
  static boolean isUnknown(Object value) {
    return value == null
        || value instanceof CharSequence text && text.length() == 0
        || value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  /** The lines, with all values in one column. */
  List<String> lines() {
    int column = 2 + rows.stream().filter(Row::isPair).mapToInt(Row::labelEnd).max().orElse(0);
    return rows.stream().map(row -> line(row, column)).toList();
  }

  private void field(int depth, Field field, Object value) {
    if (isUnknown(value)) {
      return;
    }
    Meaning meaning = Meaning.of(field);
    if (value instanceof IndexedRecord record) {
      label(depth, field);
      record.getSchema().getFields().forEach(f -> field(depth + 1, f, record.get(f.pos())));
    } else if (isTable(value)) {
      label(depth, field);
      table(depth + 1, (Collection<?>) value);
    } else {
      String text = notation.text(value, meaning);
      boolean fits = Columns.width(text) <= LINE_WIDTH || !isMany(value);
      rows.add(new Row(depth, Label.of(field), fits ? text : ""));
      if (!fits) {
        elements(value, meaning).forEach(element -> text(depth + 1, element));
      }
    }
  }

  private List<String> elements(Object value, Meaning meaning) {
    return value instanceof Map<?, ?> map
        ? notation.pairs(map, meaning).toList()
        : ((Collection<?>) value).stream().map(one -> notation.text(one, meaning)).toList();
  }

  private static boolean isMany(Object value) {
    return value instanceof Collection<?> || value instanceof Map<?, ?>;
  }

  private static boolean isTable(Object value) {
    return value instanceof Collection<?> list
        && list.stream().allMatch(IndexedRecord.class::isInstance);
  }

  private void table(int depth, Collection<?> records) {
    List<IndexedRecord> list = records.stream().map(IndexedRecord.class::cast).toList();
    new RecordTable(list, notation).lines().forEach(line -> text(depth, line));
  }

  private void label(int depth, Field field) {
    rows.add(new Row(depth, Label.of(field), ""));
  }

  private void text(int depth, String text) {
    rows.add(new Row(depth, "", text));
  }

  private static String line(Row row, int column) {
    String indent = "  ".repeat(row.depth());
    String gap = row.isPair() ? " ".repeat(column - row.labelEnd()) : "";
    return indent + row.label() + gap + row.value();
  }
}
