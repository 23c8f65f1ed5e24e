package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    Path bin = Files.createDirectories(folder.resolve("flink/bin"));
    for (String name : List.of("standalone-job.sh", "taskmanager.sh")) {
      // Whatever it is asked to start, is gone at once.
      Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(folder.resolve("masters"), "# none yet\n127.0.0.1:1 # nobody listens\n");
    Files.writeString(folder.resolve("workers"), "127.0.0.1\n");
    Files.writeString(
        folder.resolve("cluster.env"),
        """
        FLINK_HOME=%1$s/flink KAIROS_RELEASES=%1$s/releases KAIROS_RUN=%1$s KAIROS_LOG=%1$s
        KAIROS_START_WITHIN=20 KAIROS_STOP_WITHIN=20
        """
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

  @ParameterizedTest
  @CsvSource({"stop, Already stopped", "start --missing, Stopped meanwhile"})
  void writeDownAStopThatNobodyWaitedFor(String command, String said) throws Exception {
    Path release = released("1", "running");
    HttpServer flink = endedWith("SYNC_SAVEPOINT");
    try {
      String[] words = command.split(" ");
      assertThat(run(0, words[0], Arrays.copyOfRange(words, 1, words.length)))
          .contains(said, "Savepoint: file:/savepoints/last");
    } finally {
      flink.stop(0);
    }
    assertThat(release.resolve("savepoint")).hasContent("file:/savepoints/last");
    assertThat(release.resolve("state")).hasContent("stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start --missing", "start", "stop", "upgrade job.jar", "rescale 1"})
  void takeNoOtherSavepointForThatOfTheStop(String command) throws Exception {
    Path release = released("1", "running");
    String[] words = command.replace("job.jar", release.resolve("job.jar").toString()).split(" ");
    HttpServer flink = endedWith("SAVEPOINT");
    try {
      assertThat(run(1, words[0], Arrays.copyOfRange(words, 1, words.length)))
          .contains("stop.sh --without-savepoint, then start.sh --from PATH");
    } finally {
      flink.stop(0);
    }
    assertThat(release.resolve("savepoint")).doesNotExist();
    assertThat(release.resolve("state")).hasContent("running");
  }

  @ParameterizedTest
  @CsvSource({"rollback, 'then again: rollback.sh'", "start --missing, 'Its state is safe'"})
  void leadOnWhereNothingComesUp(String command, String said) throws Exception {
    Path before = released("1", "stopped");
    Files.writeString(before.resolve("savepoint"), "file:/savepoints/of-1");
    Path release = released("2", "stopped");
    Files.writeString(release.resolve("savepoint"), "file:/savepoints/of-2");
    Files.writeString(release.resolve("base"), before.toString());
    Files.writeString(release.resolve("wanted"), "running");
    String[] words = command.split(" ");
    assertThat(run(1, words[0], Arrays.copyOfRange(words, 1, words.length)))
        .contains("No JobManager runs", said);
    assertThat(release.resolve("wanted")).hasContent("stopped");
    assertThat(run(0, "start", "--missing")).isEmpty();
  }

  /** Flink's ports know no login. */
  @Test
  void listenOnThisMachineAloneWhereItIsNamedSo() throws Exception {
    released("1", "running");
    Path started = echoing("standalone-job.sh");
    run(1, "start", "--missing");
    assertThat(started)
        .content()
        .contains("-D rest.bind-address=127.0.0.1 -D jobmanager.bind-host=127.0.0.1");
  }

  /** A script of Flink's that writes down how it is called. */
  private Path echoing(String name) throws IOException {
    Path started = folder.resolve("started");
    Path script = folder.resolve("flink/bin").resolve(name);
    Files.writeString(script, "#!/bin/sh\necho \"$@\" >>" + started + "\n");
    return started;
  }

  /** Where ZooKeeper has lost its memory, Flink has nothing else to go by. */
  @Test
  void nameTheNewestCheckpointToFlinkAndNotWhatTheDeploymentBeganWith() throws Exception {
    Path started = echoing("standalone-job.sh");
    Path release = released("1", "running");
    Files.writeString(release.resolve("from"), "file:/savepoints/first");
    run(1, "start", "--missing");
    Files.writeString(release.resolve("checkpoint"), "file:/checkpoints/5");
    run(1, "start", "--missing");
    assertThat(Files.readAllLines(started))
        .satisfiesExactly(
            first -> assertThat(first).contains("--fromSavepoint file:/savepoints/first"),
            then -> assertThat(then).contains("--fromSavepoint file:/checkpoints/5"));
  }

  @Test
  void goBackToAnotherVersionFromItsSavepointOnly() throws Exception {
    Path release = released("2", "running");
    Files.writeString(release.resolve("base"), released("1", "stopped").toString());
    link(release);
    assertThat(run(1, "rollback")).contains("nobody knows with which savepoint");
  }

  @Test
  void stopWithTheSavepointThatIsThereThoughTheJobWentOn() throws Exception {
    Path release = released("1", "running");
    HttpServer flink = failingAfterItsSavepoint();
    try {
      assertThat(run(0, "stop")).contains("Savepoint: file:/savepoints/half");
    } finally {
      flink.stop(0);
    }
    assertThat(release.resolve("savepoint")).hasContent("file:/savepoints/half");
    assertThat(release.resolve("state")).hasContent("stopped");
  }

  /** Flink's REST interface, and a job in it that restarts once its last savepoint is complete. */
  private HttpServer failingAfterItsSavepoint() throws IOException {
    HttpServer flink = listening();
    answer(flink, "/jobs", "{'jobs':[{'id':'a1','status':'RUNNING'}]}");
    answer(flink, "/jobs/a1/stop", "{'request-id':'r1'}");
    answer(
        flink,
        "/jobs/a1/savepoints/r1",
        """
        {'status':{'id':'COMPLETED'},'operation':{'failure-cause':{\
        'class':'java.util.concurrent.CompletionException','stack-trace':'Caused by: \
        StopWithSavepointStoppingException: A savepoint has been created at: \
        file:/savepoints/half, but the corresponding job a1 failed during stopping.'}}}""");
    return flink;
  }

  /** A folder as a start leaves it, and the one that is current. */
  private Path released(String number, String state) throws IOException {
    Path release = Files.createDirectories(folder.resolve("releases").resolve(number));
    for (String name : List.of("from", "base", "job.jar")) {
      Files.writeString(release.resolve(name), "");
    }
    Files.writeString(release.resolve("parallelism"), "1");
    Files.writeString(release.resolve("state"), state);
    link(release);
    return release;
  }

  private static void link(Path release) throws IOException {
    Path current = release.resolveSibling("current");
    Files.deleteIfExists(current);
    Files.createSymbolicLink(current, release.getFileName());
  }

  /** Flink's REST interface, and a job in it that has ended. */
  private HttpServer endedWith(String checkpointType) throws IOException {
    HttpServer flink = listening();
    answer(flink, "/jobs", "{'jobs':[{'id':'a1','status':'FINISHED'}]}");
    answer(flink, "/overview", "{'slots-total':1}");
    answer(
        flink,
        "/jobs/a1/checkpoints",
        """
        {'latest':{'completed':{'checkpoint_type':'CHECKPOINT','tasks':{},\
        'external_path':'file:/checkpoints/5'},\
        'savepoint':{'checkpoint_type':'%s','tasks':{},'external_path':'file:/savepoints/last'},\
        'failed':null,'restored':{'external_path':'file:/savepoints/first'}},\
        'history':[{'checkpoint_type':'SYNC_SAVEPOINT','external_path':'file:/savepoints/0'}]}"""
            .formatted(checkpointType));
    return flink;
  }

  /** What the scripts take for the JobManager; it has nothing to say yet. */
  private HttpServer listening() throws IOException {
    HttpServer flink = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    flink.start();
    Files.writeString(folder.resolve("masters"), "127.0.0.1:" + flink.getAddress().getPort());
    return flink;
  }

  private static void answer(HttpServer flink, String path, String json) {
    flink.createContext(
        path,
        exchange -> {
          byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
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
