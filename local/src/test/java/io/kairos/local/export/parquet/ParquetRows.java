package io.kairos.local.export.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The rows of a Parquet file, put together from pages, levels and values by Parquet's own library.
 */
final class ParquetRows {
  private static final int MAGIC_BYTES = 4;

  private final byte[] file;
  private final FileMetaData footer;
  private final MessageType schema;

  ParquetRows(byte[] file) throws IOException {
    this.file = file;
    int footerEnd = file.length - MAGIC_BYTES - Integer.BYTES;
    int footerBytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(footerEnd);
    this.footer = Util.readFileMetaData(from(footerEnd - footerBytes));
    Iterator<SchemaElement> elements = footer.getSchema().iterator();
    SchemaElement root = elements.next();
    this.schema = new MessageType(root.getName(), fields(root, elements));
  }

  FileMetaData footer() {
    return footer;
  }

  /** The part of the schema at a path, as the footer has it. */
  SchemaElement element(String name) {
    return footer.getSchema().stream()
        .filter(element -> element.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  List<Group> all() throws IOException {
    List<Group> rows = new ArrayList<>();
    for (RowGroup group : footer.getRow_groups()) {
      RecordReader<Group> reader =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(new Pages(group), new GroupRecordConverter(schema));
      for (long row = 0; row < group.getNum_rows(); row++) {
        rows.add(reader.read());
      }
    }
    return rows;
  }

  private static List<Type> fields(SchemaElement parent, Iterator<SchemaElement> elements) {
    return Stream.generate(() -> field(elements.next(), elements))
        .limit(parent.getNum_children())
        .toList();
  }

  private static Type field(SchemaElement element, Iterator<SchemaElement> elements) {
    Type.Repetition repetition = Type.Repetition.valueOf(element.getRepetition_type().name());
    if (element.isSetType()) {
      String type = element.getType().name().replace("BYTE_ARRAY", "BINARY");
      return new PrimitiveType(repetition, PrimitiveTypeName.valueOf(type), element.getName());
    }
    return new GroupType(repetition, element.getName(), fields(element, elements));
  }

  private ByteArrayInputStream from(long position) {
    return new ByteArrayInputStream(file, (int) position, file.length - (int) position);
  }

  /** The pages of a row group. */
  private record Chunk(DataPage page, long entries) {}

  private final class Pages implements PageReadStore {
    private final RowGroup group;

    Pages(RowGroup group) {
      this.group = group;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      ColumnMetaData meta =
          group.getColumns().stream()
              .map(ColumnChunk::getMeta_data)
              .filter(one -> one.getPath_in_schema().equals(Arrays.asList(column.getPath())))
              .findFirst()
              .orElseThrow();
      return new OnePage(chunk(meta, column));
    }

    private Chunk chunk(ColumnMetaData meta, ColumnDescriptor column) {
      ByteArrayInputStream in = from(meta.getData_page_offset());
      try {
        PageHeader header = Util.readPageHeader(in);
        byte[] compressed = in.readNBytes(header.getCompressed_page_size());
        byte[] page = Zstd.decompress(compressed, header.getUncompressed_page_size());
        int entries = header.getData_page_header().getNum_values();
        DataPage data =
            new DataPageV1(
                BytesInput.from(page),
                entries,
                page.length,
                Statistics.createStats(column.getPrimitiveType()),
                Encoding.RLE,
                Encoding.RLE,
                Encoding.PLAIN);
        return new Chunk(data, meta.getNum_values());
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }

    @Override
    public long getRowCount() {
      return group.getNum_rows();
    }

    @Override
    public Optional<Long> getRowIndexOffset() {
      return Optional.empty();
    }
  }

  private static final class OnePage implements PageReader {
    private final Chunk chunk;
    private boolean read;

    OnePage(Chunk chunk) {
      this.chunk = chunk;
    }

    @Override
    public DictionaryPage readDictionaryPage() {
      return null;
    }

    @Override
    public long getTotalValueCount() {
      return chunk.entries();
    }

    @Override
    public DataPage readPage() {
      DataPage page = read ? null : chunk.page();
      read = true;
      return page;
    }
  }
}
