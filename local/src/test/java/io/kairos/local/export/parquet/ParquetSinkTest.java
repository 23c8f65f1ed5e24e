package io.kairos.local.export.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.export.Everything;
import io.kairos.local.export.ExportTopic;
import io.kairos.local.profiles.PlainJsonReader;
import io.kairos.wire.PlainJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.apache.parquet.format.RowGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ParquetSinkTest {
  private static final long ONE_GROUP = Long.MAX_VALUE;

  @Test
  void aFileReadBackIsTheRecords() throws IOException {
    List<GenericRecord> written =
        List.of(
            Everything.empty(),
            Everything.full("商城：双十一 🛒, \"quoted\"\nand more"),
            Everything.empty(),
            Everything.full("=1+1"));

    assertThat(readBack(Everything.SCHEMA, written, ONE_GROUP)).isEqualTo(json(written));
  }

  @ParameterizedTest
  @EnumSource
  void anyRecordOfATopicReadBackIsTheRecord(ExportTopic topic) throws IOException {
    List<GenericRecord> written = random(topic.schema(), 300);

    assertThat(readBack(topic.schema(), written, ONE_GROUP)).isEqualTo(json(written));
  }

  @Test
  void aFullRowGroupIsFollowedByAnother() throws IOException {
    Schema schema = ExportTopic.TRIGGERS.schema();
    List<GenericRecord> written = random(schema, 300);

    ParquetRows rows = new ParquetRows(file(schema, written, 20_000));

    assertThat(rows.footer().getRow_groups()).hasSizeGreaterThan(2);
    assertThat(rows.footer().getRow_groups().stream().mapToLong(RowGroup::getNum_rows).sum())
        .isEqualTo(rows.footer().getNum_rows())
        .isEqualTo(300);
    assertThat(readBack(schema, written, 20_000)).isEqualTo(json(written));
  }

  @Test
  void aFileWithoutARowHasItsSchema() throws IOException {
    ParquetRows rows = new ParquetRows(file(Everything.SCHEMA, List.of(), ONE_GROUP));

    assertThat(rows.all()).isEmpty();
    assertThat(rows.element("text").getLogicalType().isSetSTRING()).isTrue();
  }

  @Test
  void theSchemaSaysWhatIsATimeATextAListOrAMap() throws IOException {
    ParquetRows rows = new ParquetRows(file(Everything.SCHEMA, List.of(), ONE_GROUP));

    assertThat(rows.element("time").getLogicalType().getTIMESTAMP().isIsAdjustedToUTC()).isTrue();
    assertThat(rows.element("time").getLogicalType().getTIMESTAMP().getUnit().isSetMILLIS())
        .isTrue();
    assertThat(rows.element("whole").isSetLogicalType()).isFalse();
    assertThat(rows.element("kind").getLogicalType().isSetSTRING()).isTrue();
    assertThat(rows.element("items").getLogicalType().isSetLIST()).isTrue();
    assertThat(rows.element("names").getLogicalType().isSetMAP()).isTrue();
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws IOException {
    List<GenericRecord> rows = random(ExportTopic.PROFILES.schema(), 50);

    assertThat(file(ExportTopic.PROFILES.schema(), rows, ONE_GROUP))
        .isEqualTo(file(ExportTopic.PROFILES.schema(), rows, ONE_GROUP));
  }

  private static List<GenericRecord> random(Schema schema, int count) {
    List<GenericRecord> records = new ArrayList<>();
    new RandomData(schema, count, 11L, true).forEach(record -> records.add((GenericRecord) record));
    return records;
  }

  private static List<String> readBack(Schema schema, List<GenericRecord> rows, long groupBytes)
      throws IOException {
    return new ParquetRows(file(schema, rows, groupBytes))
        .all().stream()
            .map(row -> PlainJsonReader.record(GroupJson.record(row, schema), schema))
            .map(PlainJson::of)
            .toList();
  }

  private static List<String> json(List<GenericRecord> records) {
    return records.stream().map(PlainJson::of).toList();
  }

  private static byte[] file(Schema schema, List<GenericRecord> rows, long groupBytes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetSink sink = ParquetSink.open(schema, bytes, groupBytes);
    for (GenericRecord row : rows) {
      sink.write(row);
    }
    sink.finish();
    return bytes.toByteArray();
  }
}
