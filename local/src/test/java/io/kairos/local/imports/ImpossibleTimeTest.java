package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of a time that cannot be says nothing of when the file begins and ends. */
class ImpossibleTimeTest {
  private static final ColumnNames COLUMNS = ColumnNames.parse("time=t,customer=c,type=e");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("rows")
  void leavesTheRowOut(String format, String file, String example) throws IOException {
    ImportCounts counts = read(format, file + "\n").counts();

    assertThat(counts.leftOut(LeftOut.BAD_TIME).rows()).isEqualTo(1);
    assertThat(counts.leftOut(LeftOut.BAD_TIME).example()).isEqualTo(example);
    assertThat(counts.span()).isNull();
  }

  static List<Arguments> rows() {
    return List.of(
        arguments("cdnow", "1 19700101 1 9.99", refused(1, "1970-01-01")),
        arguments("csv", "t,c,e\n1900-01-01,ann,view", refused(2, "1900-01-01")),
        arguments("csv", "t,c,e\n9999-12-31,ann,order", refused(2, "9999-12-31")),
        arguments("jsonl", viewAt("0"), refused(1, "0")),
        arguments("jsonl", viewAt("-9000000000000000000"), refused(1, "-9000000000000000000")),
        arguments("otto", sessionAt("253402214400000"), refused(1, "253402214400000")),
        arguments(
            "otto", sessionAt("1" + "0".repeat(30)), "line 1: 'ts' is no number of milliseconds"),
        arguments(
            "rees46",
            """
            event_time,event_type,product_id,category_code,brand,price,user_id,user_session
            1970-01-01 00:00:00 UTC,view,p,,,1,u,s""",
            refused(2, "1970-01-01 00:00:00 UTC")),
        arguments("retail", invoiceAt("2100-01-02 00:00"), refused(2, "2100-01-02 00:00")),
        arguments("retail", invoiceAt("12/31/9999 10:00"), refused(2, "12/31/9999 10:00")));
  }

  @Test
  void takesTheFirstAndTheLastTimeThatCanBe() throws IOException {
    Imported file =
        read(
            "csv",
            """
            t,c,e
            1979-12-31T23:59:59.999Z,ann,view
            1980-01-01T00:00:00Z,ann,view
            2099-12-31T23:59:59.999Z,ann,view
            2100-01-01T00:00:00Z,ann,view
            """);

    assertThat(file.counts().leftOut(LeftOut.BAD_TIME).rows()).isEqualTo(2);
    assertThat(file.counts().span())
        .isEqualTo(
            new ImportCounts.Span(
                Instant.parse("1980-01-01T00:00:00Z"), Instant.parse("2099-12-31T23:59:59.999Z")));
  }

  @Test
  void takesWhateverTimeAnOrderWasPlacedAt() throws IOException {
    Imported file =
        read(
            "jsonl",
            """
            {"type":"order.placed","customerId":"ann","time":"2026-05-01","placedAt":0}
            """);

    assertThat(file.events()).hasSize(1);
  }

  private static String viewAt(String time) {
    return "{\"type\":\"view\",\"customerId\":\"ann\",\"time\":" + time + "}";
  }

  private static String sessionAt(String time) {
    return "{\"session\":1,\"events\":[{\"aid\":1,\"ts\":" + time + ",\"type\":\"clicks\"}]}";
  }

  private static String invoiceAt(String time) {
    return "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n7,A,1," + time + ",1,9";
  }

  private static String refused(int line, String time) {
    return "line %d: not from 1980 up to 2100: '%s'".formatted(line, time);
  }

  private Imported read(String format, String text) throws IOException {
    ImportOptions options =
        format.equals("csv")
            ? ImportOptions.defaults().withColumns(COLUMNS)
            : ImportOptions.defaults();
    Path file = Files.writeString(folder.resolve("events"), text);
    return Imported.all(ImportFormat.byName(format, options), ImportRequest.of(file));
  }
}
