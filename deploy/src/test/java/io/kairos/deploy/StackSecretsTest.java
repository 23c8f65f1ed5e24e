package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The secrets of the secured stack: made once, each where it is needed and nowhere else. */
class StackSecretsTest {
  private static final Path DOCKER = Path.of("..", "docker");
  private static final List<String> VOLUMES = List.of("broker", "job", "tools", "traffic");

  @TempDir private Path folder;

  @BeforeEach
  void createVolumes() throws IOException {
    for (String volume : VOLUMES) {
      Files.createDirectories(folder.resolve("secrets").resolve(volume));
    }
  }

  @Test
  void trafficSeesItsOwnLoginAlone() throws Exception {
    assertThat(makeSecrets("exit 0")).isZero();
    assertThat(files("traffic")).containsExactly("ca.pem", "traffic.properties");
    assertThat(files("tools")).containsExactly("admin.properties", "ca.pem", "done");
    assertThat(volumes("traffic")).containsExactly("secrets-traffic:/run/secrets/kairos:ro");
    assertThat(volumes("secrets"))
        .containsAll(
            VOLUMES.stream().map(name -> "secrets-" + name + ":/secrets/" + name).toList());
  }

  @Test
  void areMadeAnewWhereTheyWereNotHandedOver() throws Exception {
    assertThat(makeSecrets("exit 1")).isNotZero();
    assertThat(folder.resolve("secrets/tools/done")).doesNotExist();
    assertThat(makeSecrets("exit 0")).isZero();
    String salt = Files.readString(folder.resolve("secrets/job/key-salt"));
    assertThat(makeSecrets("exit 1")).as("there is nothing left to do").isZero();
    assertThat(folder.resolve("secrets/job/key-salt")).hasContent(salt);
  }

  /** Runs the script on volumes of this test, with a chown that is a script of its own. */
  private int makeSecrets(String chown) throws Exception {
    Path commands = Files.createDirectories(folder.resolve("commands"));
    Path fake = Files.writeString(commands.resolve("chown"), "#!/bin/sh\n" + chown + "\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    String script =
        Files.readString(DOCKER.resolve("secure/make-secrets.sh"))
            .replaceAll("(?<!\\w)/secrets/", folder + "/secrets/");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().merge("PATH", commands + ":", (path, first) -> first + path);
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<String> files(String volume) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("secrets").resolve(volume))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> volumes(String service) throws IOException {
    Map<?, ?> compose =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(DOCKER.resolve("compose.secure.yaml")));
    Map<?, ?> services = (Map<?, ?>) compose.get("services");
    return ((List<?>) ((Map<?, ?>) services.get(service)).get("volumes"))
        .stream().map(String.class::cast).toList();
  }
}
