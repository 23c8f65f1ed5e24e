package io.kairos.local.export.csv;

import io.kairos.local.export.RowSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * A table as comma separated text (RFC 4180) in UTF-8 with a header row. Lines end with a line feed
 * alone, for pipes. Nothing between two commas is null; a pair of quotes is an empty text.
 */
public final class CsvSink implements RowSink {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String SPECIAL = ",\"\r\n";

  private final List<CsvColumn> columns;
  private final Set<CsvOption> options;
  private final Writer out;

  private CsvSink(List<CsvColumn> columns, Set<CsvOption> options, Writer out) {
    this.columns = columns;
    this.options = Set.copyOf(options);
    this.out = out;
  }

  /** Begins the table; the caller closes the stream. */
  public static CsvSink open(Schema schema, Set<CsvOption> options, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvSink sink = new CsvSink(CsvColumn.of(schema), options, text);
    if (options.contains(CsvOption.BYTE_ORDER_MARK)) {
      text.write(BYTE_ORDER_MARK);
    }
    sink.line(sink.columns.stream().map(CsvColumn::name).iterator());
    return sink;
  }

  @Override
  public void write(GenericRecord record) throws IOException {
    line(columns.stream().map(column -> cell(column, record)).iterator());
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  private String cell(CsvColumn column, GenericRecord record) {
    Optional<String> text = column.text(record);
    boolean guarded = column.isText() && !options.contains(CsvOption.RAW);
    return (guarded ? text.map(FormulaGuard::guarded) : text).map(CsvSink::quoted).orElse("");
  }

  private static String quoted(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Blanks at the ends are quoted, too: some readers strip them. */
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.chars().noneMatch(letter -> SPECIAL.indexOf(letter) >= 0);
  }

  private void line(Iterator<String> cells) throws IOException {
    String between = "";
    while (cells.hasNext()) {
      out.write(between);
      out.write(cells.next());
      between = ",";
    }
    out.write('\n');
  }
}
