package io.kairos.local.profiles;

import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/** A list of records as a table with a head; fields that none of them has are left out. */
final class RecordTable {
  private static final String GAP = "  ";

  private record Column(boolean right, int width, List<String> cells) {}

  private final List<Column> columns;

  /**
   * @param records of one schema, at least one
   */
  RecordTable(List<IndexedRecord> records, Notation notation) {
    this.columns =
        records.get(0).getSchema().getFields().stream()
            .filter(
                field -> records.stream().map(r -> r.get(field.pos())).anyMatch(Objects::nonNull))
            .map(field -> column(field, records, notation))
            .toList();
  }

  /** The head and a line for each record. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int count = columns.isEmpty() ? 0 : columns.get(0).cells().size();
    for (int row = 0; row < count; row++) {
      StringBuilder line = new StringBuilder();
      for (Column column : columns) {
        line.append(line.isEmpty() ? "" : GAP).append(cell(column, row));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static Column column(Field field, List<IndexedRecord> records, Notation notation) {
    Meaning meaning = Meaning.of(field);
    List<String> cells = new ArrayList<>();
    cells.add(Label.of(field));
    records.forEach(record -> cells.add(notation.text(record.get(field.pos()), meaning)));
    int width = cells.stream().mapToInt(Columns::width).max().orElse(0);
    return new Column(meaning.isRight(), width, cells);
  }

  private static String cell(Column column, int row) {
    String cell = column.cells().get(row);
    String padding = " ".repeat(column.width() - Columns.width(cell));
    return column.right() ? padding + cell : cell + padding;
  }
}
