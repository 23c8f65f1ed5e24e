package io.kairos.local.export;

import io.kairos.local.CommandError;
import io.kairos.local.StatusLine;
import io.kairos.local.StopSignal;
import io.kairos.local.imports.ExternalSort;
import io.kairos.local.imports.KeyedRecord;
import io.kairos.local.imports.LastOfEach;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * One run: all records of a source, of each identity the last, in order, into a sink. What does not
 * fit in memory is sorted on disk, so the number of records is not bounded. Used once.
 */
public final class Export {
  /** Rows held in memory while sorting; a profile takes up to 4 KiB, mostly a quarter of it. */
  private static final int CHUNK_ROWS = 50_000;

  private final ExportRequest request;
  private final StatusLine line;
  private final StopSignal stop;
  private final int chunkRows;
  private final Unreadable unreadable = new Unreadable();
  private long readable;
  private long written;

  public Export(ExportRequest request, StatusLine line, StopSignal stop) {
    this(request, line, stop, CHUNK_ROWS);
  }

  Export(ExportRequest request, StatusLine line, StopSignal stop, int chunkRows) {
    this.request = request;
    this.line = line;
    this.stop = stop;
    this.chunkRows = chunkRows;
  }

  /**
   * Reads and writes everything. A record that cannot be read is left out.
   *
   * @throws CommandError if the source cannot be read, none of its records can, or the run is to
   *     end
   */
  public ExportReport run(RecordSource source, RowSink sink) throws IOException {
    try (ExternalSort<KeyedRecord> alike = sort();
        ExternalSort<KeyedRecord> ordered = sort()) {
      source.read(record -> keep(record, source, alike));
      Iterator<KeyedRecord> last = new LastOfEach(alike.sorted());
      write(request.topic().isByTime() ? inTime(last, source, ordered) : last, source, sink);
    }
    sink.finish();
    return new ExportReport(written, unreadable.said());
  }

  private ExternalSort<KeyedRecord> sort() {
    return new ExternalSort<>(KeyedRecord.ORDER, KeyedRecord.codec(), chunkRows);
  }

  private void keep(Published record, RecordSource source, ExternalSort<KeyedRecord> alike)
      throws IOException {
    if (record.customer().map(request.filter()::wantsCustomer).orElse(true)) {
      Optional<String> identity = identity(record, source);
      if (identity.isPresent()) {
        alike.add(new KeyedRecord(identity.get(), record.place(), record.value()));
      }
    }
  }

  /** Decodes only where the customer does not say it: most profiles are not the last. */
  private Optional<String> identity(Published record, RecordSource source) {
    boolean known = record.value() == null || request.topic().isOfCustomer();
    return known && record.customer().isPresent()
        ? record.customer()
        : decoded(source, record.place(), record.value()).map(request.topic()::identity);
  }

  private Iterator<KeyedRecord> inTime(
      Iterator<KeyedRecord> rows, RecordSource source, ExternalSort<KeyedRecord> ordered)
      throws IOException {
    while (rows.hasNext()) {
      stop.throwIfRequested();
      KeyedRecord row = rows.next();
      Optional<GenericRecord> record = wanted(row, source);
      if (record.isPresent()) {
        String key = request.topic().timeKey(record.get());
        ordered.add(new KeyedRecord(key, row.place(), row.value()));
      }
    }
    return ordered.sorted();
  }

  private void write(Iterator<KeyedRecord> rows, RecordSource source, RowSink sink)
      throws IOException {
    while (rows.hasNext() && written < request.limit()) {
      stop.throwIfRequested();
      Optional<GenericRecord> record = wanted(rows.next(), source);
      if (record.isPresent()) {
        sink.write(record.get());
        written++;
        showWritten();
      }
    }
    requireSomeReadable();
  }

  private Optional<GenericRecord> wanted(KeyedRecord row, RecordSource source) {
    return decoded(source, row.place(), row.value())
        .filter(record -> request.filter().wants(record, request.topic()));
  }

  private Optional<GenericRecord> decoded(RecordSource source, long place, byte[] value) {
    try {
      GenericRecord record = source.decode(place, value);
      readable++;
      return Optional.of(record);
    } catch (UnreadableRecord none) {
      unreadable.add(none);
      return Optional.empty();
    }
  }

  /** An empty table would look like an answer. */
  private void requireSomeReadable() {
    if (readable == 0) {
      unreadable
          .said()
          .ifPresent(
              what -> {
                throw new CommandError("nothing to export: " + what);
              });
    }
  }

  private void showWritten() {
    if (line.isDue()) {
      line.show(String.format(Locale.ROOT, "Writing: %,d %s", written, request.topic()));
    }
  }
}
