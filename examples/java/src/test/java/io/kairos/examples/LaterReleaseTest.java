package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers of this release before a trigger of a later one, with a kind that is new. */
class LaterReleaseTest {
  private static final Path RELEASED = Path.of("..", "..", "schemas", "released");
  private static final Path PYTHON = Path.of("..", "python");

  private static final Schema LATER =
      new Schema.Parser()
          .parse(
              Trigger.getClassSchema()
                  .toString()
                  .replace("\"SEND\",\"CANCEL\"", "\"SEND\",\"CANCEL\",\"HOLD\""));
  private static final String FINGERPRINT =
      "%016x".formatted(SchemaNormalization.parsingFingerprint64(LATER));

  @TempDir private Path folder;

  @BeforeEach
  void copyReleased() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void pythonReadsAKindThatIsNewAsUnknown() throws Exception {
    Files.writeString(folder.resolve(FINGERPRINT + ".avsc"), LATER.toString());

    assertThat(readByPython()).isEqualTo("UNKNOWN a");
  }

  @Test
  void pythonNamesTheSchemaThatIsMissing() throws Exception {
    assertThat(readByPython()).contains("no schema " + FINGERPRINT, "schemas/released");
  }

  @Test
  void javaNamesTheSchemaThatIsMissing() {
    assertThatThrownBy(() -> new TriggerReader(null).read(later()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no schema " + FINGERPRINT);
  }

  private String readByPython() throws Exception {
    String program =
        """
        import sys
        sys.path.insert(0, sys.argv[1])
        from wire import Wire
        trigger = Wire(sys.argv[2]).read("triggers", bytes.fromhex(sys.argv[3]))
        print(trigger["kind"], trigger["id"])
        """;
    Process process =
        new ProcessBuilder(
                Language.PYTHON.command("receive").get(0),
                "-c",
                program,
                PYTHON.toString(),
                folder.toString(),
                HexFormat.of().formatHex(later()))
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  private static byte[] later() throws IOException {
    GenericData.Record record = new GenericData.Record(LATER);
    Trigger trigger = new Triggers(0).send("a");
    for (Schema.Field field : LATER.getFields()) {
      record.put(field.pos(), trigger.get(field.pos()));
    }
    record.put("kind", new GenericData.EnumSymbol(LATER.getField("kind").schema(), "HOLD"));
    record.put("mode", new GenericData.EnumSymbol(LATER.getField("mode").schema(), "LIVE"));
    return new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), LATER)
        .encode(record)
        .array();
  }
}
