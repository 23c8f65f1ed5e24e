package io.kairos.local.export.parquet;

import com.github.luben.zstd.Zstd;
import io.kairos.local.export.RowSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * A table as a Parquet file. Columns are compressed with Zstandard, each of a row group as one
 * page.
 */
public final class ParquetSink implements RowSink {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final String WRITER = "kairos";

  /** A row group ends when its values pass this. */
  private static final long GROUP_BYTES = 32 << 20;

  private final Shape shape;
  private final CountedOutput out;
  private final long groupBytes;
  private final List<RowGroup> groups = new ArrayList<>();
  private long rowsInGroup;

  private ParquetSink(Schema schema, OutputStream out, long groupBytes) throws IOException {
    this.shape = new Shape(schema);
    this.out = new CountedOutput(out);
    this.groupBytes = groupBytes;
    this.out.write(MAGIC);
  }

  /** Begins the file; the caller closes the stream. */
  public static ParquetSink open(Schema schema, OutputStream out) throws IOException {
    return open(schema, out, GROUP_BYTES);
  }

  static ParquetSink open(Schema schema, OutputStream out, long groupBytes) throws IOException {
    return new ParquetSink(schema, out, groupBytes);
  }

  @Override
  public void write(GenericRecord record) throws IOException {
    shape.write(record);
    rowsInGroup++;
    if (shape.columns().stream().mapToLong(ColumnBuffer::size).sum() >= groupBytes) {
      endGroup();
    }
  }

  @Override
  public void finish() throws IOException {
    if (rowsInGroup > 0) {
      endGroup();
    }
    long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
    FileMetaData footer = new FileMetaData(VERSION, shape.elements(), rows, groups);
    footer.setCreated_by(WRITER);
    long begin = out.position();
    Util.writeFileMetaData(footer, out);
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putInt((int) (out.position() - begin)).array());
    out.write(MAGIC);
    out.flush();
  }

  private void endGroup() throws IOException {
    long begin = out.position();
    long size = 0;
    List<ColumnChunk> chunks = new ArrayList<>();
    for (ColumnBuffer column : shape.columns()) {
      ColumnChunk chunk = writeChunk(column);
      size += chunk.getMeta_data().getTotal_uncompressed_size();
      chunks.add(chunk);
    }
    RowGroup group = new RowGroup(chunks, size, rowsInGroup);
    group.setFile_offset(begin);
    group.setTotal_compressed_size(out.position() - begin);
    groups.add(group);
    rowsInGroup = 0;
  }

  private ColumnChunk writeChunk(ColumnBuffer column) throws IOException {
    long begin = out.position();
    int entries = column.entries();
    byte[] page = column.takePage();
    byte[] compressed = Zstd.compress(page);
    Util.writePageHeader(header(entries, page.length, compressed.length), out);
    long headerBytes = out.position() - begin;
    out.write(compressed);
    ColumnChunk chunk = new ColumnChunk(0);
    chunk.setMeta_data(
        new ColumnMetaData(
            column.type().physical(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            column.place().path(),
            CompressionCodec.ZSTD,
            entries,
            headerBytes + page.length,
            headerBytes + compressed.length,
            begin));
    return chunk;
  }

  private static PageHeader header(int entries, int bytes, int compressedBytes) {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, bytes, compressedBytes);
    header.setData_page_header(
        new DataPageHeader(entries, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    return header;
  }
}
