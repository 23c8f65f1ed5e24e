package io.kairos.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ExportCommandTest {
  private static final String PROFILES =
      """
      {"customerId":"bob","asOf":0,"currency":"EUR","spent":1250,"city":"上海"}
      {"customerId":"ann","asOf":0,"currency":"EUR","spent":-3,"city":"=1+1"}
      {"customerId":"bob","asOf":1000,"currency":"EUR","spent":1300,"city":"上海"}
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(folder.resolve("profiles.jsonl"), PROFILES);
  }

  @Test
  void writesCsvToTheOutput() {
    assertThat(export("profiles", "--input", input.toString())).isZero();

    List<String> lines = output().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("customerId,asOf,currency,");
    assertThat(lines.get(1)).startsWith("ann,1970-01-01T00:00:00.000Z,EUR,").contains(",'=1+1,");
    assertThat(lines.get(2)).startsWith("bob,1970-01-01T00:00:01.000Z,EUR,").contains(",上海,");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void writesTheFormatThatTheFilesNameEndsIn() throws IOException {
    Path csv = folder.resolve("table.csv");
    Path parquet = folder.resolve("table.PARQUET");

    assertThat(export("profiles", "--input", input.toString(), "--out", csv.toString())).isZero();
    assertThat(export("profiles", "--input", input.toString(), "--out", parquet.toString()))
        .isZero();

    assertThat(Files.readString(csv)).startsWith("customerId,");
    assertThat(Files.readString(parquet, StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1");
    assertThat(output()).isEmpty();
    assertThat(err.toString()).contains("Wrote 2 profiles to " + csv);
  }

  @Test
  void theOptionsOfCsvAreHeard() throws IOException {
    assertThat(export("profiles", "--raw", "--bom", "--input", input.toString())).isZero();

    assertThat(output()).startsWith("\uFEFFcustomerId,").contains(",=1+1,");
  }

  @Test
  void theFiltersAreHeard() {
    String file = input.toString();

    assertThat(export("profiles", "--input", file, "--customer", "ann")).isZero();
    assertThat(rows()).singleElement().asString().startsWith("ann,");
    assertThat(export("profiles", "--input", file, "--from", "1970-01-01T00:00:01Z")).isZero();
    assertThat(rows()).singleElement().asString().startsWith("bob,");
    assertThat(export("profiles", "--input", file, "--to", "1970-01-01T00:00:01Z")).isZero();
    assertThat(rows()).singleElement().asString().startsWith("ann,");
    assertThat(export("profiles", "--input", file, "--limit", "1")).isZero();
    assertThat(rows()).singleElement().asString().startsWith("ann,");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(export("profiles", "--input", input.toString(), "--customer", "eve")).isZero();

    assertThat(rows()).isEmpty();
    assertThat(err.toString()).contains("there are no such profiles");
  }

  @Test
  void saysWhatWasLeftOut() throws IOException {
    Files.writeString(input, PROFILES + "oops\n");

    assertThat(export("profiles", "--input", input.toString())).isZero();

    assertThat(rows()).hasSize(2);
    assertThat(err.toString()).contains("left out 1 record; the first: line 4 of " + input);
  }

  @Test
  void aFileOfSomethingElseIsAnErrorAndLeavesNoFile() throws IOException {
    String out = folder.resolve("table.csv").toString();

    assertThat(export("triggers", "--input", input.toString(), "--out", out)).isEqualTo(1);

    assertThat(err.toString()).contains("nothing to export", "is no trigger", "'id' is missing");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(input);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "carts, , , 'carts' is none of triggers",
    "profiles, --format, xml, 'xml' is none of csv",
    "profiles, --format, parquet, give the file with --out",
    "profiles, --rule, x, profiles have no rule",
    "profiles, --limit, 0, must be at least 1",
    "profiles, --from, today, 'today' is no instant",
    "profiles, --topic-prefix, p., --input reads a file"
  })
  void aWrongOptionIsOneLineThatPointsToTheHelp(
      String what, String option, String value, String message) {
    List<String> args = new ArrayList<>(List.of(what, "--input", input.toString()));
    if (option != null) {
      args.addAll(List.of(option, value));
    }

    assertThat(export(args.toArray(String[]::new))).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(message, "export --help");
  }

  @Test
  void optionsThatExcludeEachOtherAreRefused() {
    String file = input.toString();

    assertThat(export("profiles", "--input", file, "--out", file)).isEqualTo(2);
    assertThat(export("profiles", "--input", file, "--out", "x.parquet", "--bom")).isEqualTo(2);
    assertThat(
            export(
                "profiles",
                "--input",
                file,
                "--from",
                "2026-01-01T00:00:00Z",
                "--to",
                "2026-01-01T00:00:00Z"))
        .isEqualTo(2);

    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("over the file of --input"),
            line -> assertThat(line).contains("--raw and --bom are for csv"),
            line -> assertThat(line).contains("--from must be before --to"));
    assertThat(input).hasContent(PROFILES);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(execute(new StandardOutput(gone), "profiles", "--input", input.toString())).isZero();

    assertThat(err.toString()).isEmpty();
  }

  private int export(String... args) {
    bytes.reset();
    return execute(bytes, args);
  }

  private int execute(OutputStream output, String... args) {
    CommandLine command = KairosCommand.commandLine();
    command.addSubcommand("to-test", new ExportCommand(output));
    command.setErr(new PrintWriter(err, true));
    ErrorReport errors = new ErrorReport();
    command.setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
    return command.execute(
        Stream.concat(Stream.of("to-test"), Arrays.stream(args)).toArray(String[]::new));
  }

  private String output() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<String> rows() {
    return output().lines().skip(1).toList();
  }
}
