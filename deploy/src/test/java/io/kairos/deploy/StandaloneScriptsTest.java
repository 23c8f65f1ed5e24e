package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts of a plain cluster say where there is nothing to do, or nothing to be done. */
final class StandaloneScriptsTest {
  private static final Path BIN = Path.of("standalone/bin").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void settle() throws IOException {
    Path script = Files.createDirectories(folder.resolve("flink/bin")).resolve("standalone-job.sh");
    assertThat(Files.writeString(script, "").toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("masters"), "# none yet\n127.0.0.1:1 # nobody listens\n");
    Files.writeString(folder.resolve("workers"), "127.0.0.1\n");
    Files.writeString(
        folder.resolve("cluster.env"),
        "FLINK_HOME=%1$s/flink KAIROS_RELEASES=%1$s/releases KAIROS_RUN=%1$s KAIROS_LOG=%1$s"
            .formatted(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "savepoint", "upgrade", "rollback", "rescale", "status"})
  void tellHowTheyAreUsed(String script) throws Exception {
    assertThat(run(0, script, "--help")).startsWith("Usage: " + script + ".sh").doesNotContain("#");
  }

  @Test
  void tellHowTheyAreUsedWhereFlinkIsNotYetUnpacked() throws Exception {
    Files.delete(folder.resolve("flink/bin/standalone-job.sh"));
    assertThat(run(0, "start", "--jar", "kairos-job.jar", "--help")).startsWith("Usage: start.sh");
    assertThat(run(1, "status")).contains("Unpack Flink's distribution");
  }

  @ParameterizedTest
  @CsvSource({
    "stop, --now",
    "savepoint, --drain",
    "upgrade, --force",
    "rollback, 3",
    "rescale, --up",
    "status, -v"
  })
  void refuseWhatTheyDoNotUnderstand(String script, String argument) throws Exception {
    assertThat(run(1, script, argument)).contains("'" + argument + "' is not understood");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "two", "721"})
  void rescaleToWhatCanBe(String number) throws Exception {
    run(1, "rescale", number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "rollback", "status"})
  void sayHowToBeginWhereNothingWasDeployed(String script) throws Exception {
    assertThat(run(1, script)).contains("nothing was deployed yet", "start.sh --jar JAR");
  }

  @Test
  void startNeedsAJobFirst() throws Exception {
    assertThat(run(1, "start")).contains("Name the job");
    assertThat(run(1, "start", "--jar")).contains("--jar needs a file");
    assertThat(run(1, "start", "--jar", "missing.jar")).contains("there is no file missing.jar");
  }

  @Test
  void bringBackNothingWhereNothingRan() throws Exception {
    assertThat(run(0, "start", "--missing")).isEmpty();
  }

  @Test
  void savepointSaysThatNobodyAnswers() throws Exception {
    assertThat(run(1, "savepoint")).contains("no job answers at 127.0.0.1:1", "start.sh");
  }

  @Test
  void nameTheSettingThatIsMissing() throws Exception {
    Files.writeString(folder.resolve("cluster.env"), "KAIROS_RELEASES=" + folder);
    assertThat(run(1, "status")).contains("FLINK_HOME is not set", "cluster.env");
  }

  private String run(int exitCode, String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(BIN.resolve(script + ".sh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KAIROS_CONF", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
    return said;
  }
}
