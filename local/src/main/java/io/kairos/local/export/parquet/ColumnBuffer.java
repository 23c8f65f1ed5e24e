package io.kairos.local.export.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The entries of one column since the last row group. */
final class ColumnBuffer implements Part {
  private final Place place;
  private final ValueType type;
  private final RunLengths repetitions;
  private final RunLengths definitions;
  private final PlainValues values = new PlainValues();
  private int entries;

  ColumnBuffer(Place place, ValueType type) {
    this.place = place;
    this.type = type;
    this.repetitions = new RunLengths(Math.max(1, place.repetitions()));
    this.definitions = new RunLengths(Math.max(1, place.definitions()));
  }

  @Override
  public void write(Object value, int repetition, int definition) {
    missing(repetition, definition);
    values.add(value);
  }

  @Override
  public void missing(int repetition, int definition) {
    repetitions.add(repetition);
    definitions.add(definition);
    entries++;
  }

  Place place() {
    return place;
  }

  ValueType type() {
    return type;
  }

  /** Values and gaps. */
  int entries() {
    return entries;
  }

  /** About how many bytes are held. */
  int size() {
    return values.size();
  }

  /** The entries as a data page of version 1, not compressed; then none is left. */
  byte[] takePage() {
    ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + 64);
    if (place.repetitions() > 0) {
      writeLevels(repetitions, page);
    }
    if (place.definitions() > 0) {
      writeLevels(definitions, page);
    }
    page.writeBytes(values.bytes());
    clear();
    return page.toByteArray();
  }

  private static void writeLevels(RunLengths levels, ByteArrayOutputStream page) {
    byte[] runs = levels.bytes();
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    page.writeBytes(length.putInt(runs.length).array());
    page.writeBytes(runs);
  }

  private void clear() {
    repetitions.clear();
    definitions.clear();
    values.clear();
    entries = 0;
  }
}
