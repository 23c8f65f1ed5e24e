package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that looks for secrets in an image, on planted ones. None of them opens anything. */
class ScanSecretsTest {
  private static final Path SCRIPT = Path.of("..", "docker", "scan-secrets.sh");

  @TempDir private Path folder;

  private record Scan(int exitCode, String output) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etc/server.key | -----BEGIN EC PRIVATE KEY-----",
        "opt/broker.p12 | anything",
        "opt/kairos.properties | kafka.ssl.keystore.password=hunter22",
        "opt/kairos.properties | profile.key-salt=hunter22",
        "opt/client.properties | sasl.jaas.config=a.b.ScramLoginModule required password=\"h2\";",
        "opt/values.yaml | password: hunter22",
        "opt/app.json | \"api_key\": \"hunter22\"",
        "opt/.env | KAFKA_PASSWORD=hunter22",
        "root/.aws/credentials | [default]",
        "opt/run.sh | export ID=AKIAQQQQQQQQQQQQQQQQ",
        "opt/run.sh | export T=ghp_000000000000000000000000000000000000"
      })
  void aSecretIsFoundAndItsFileNamed(String file, String text) throws Exception {
    write(file, text);
    Scan scan = scan(folder);
    assertThat(scan.exitCode()).isEqualTo(1);
    assertThat(scan.output()).contains(file).doesNotContain("hunter22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "opt/kairos.properties | profile.key-salt=${file:/run/secrets/kairos.properties:salt}",
        "opt/client.properties | a.b.ScramLoginModule required password=\"${env:PASSWORD}\";",
        "opt/values.yaml | passwordFile: /run/secrets/kairos.properties",
        "opt/values.yaml | password: ${PASSWORD}",
        "opt/README.txt | Choose a password: it is yours",
        "usr/lib/security/cacerts | anything"
      })
  void aReferenceToOneIsNone(String file, String text) throws Exception {
    write(file, text);
    assertThat(scan(folder)).extracting(Scan::exitCode).isEqualTo(0);
  }

  @Test
  void theLayersOfASavedImageAreLookedThrough() throws Exception {
    write("rootfs/opt/kairos.properties", "kafka.ssl.key.password=hunter22");
    Path blobs = Files.createDirectories(folder.resolve("image/blobs/sha256"));
    run(
        "tar",
        "-czf",
        blobs.resolve("0a").toString(),
        "-C",
        folder.resolve("rootfs").toString(),
        ".");
    Path image = folder.resolve("image.tar");
    run("tar", "-cf", image.toString(), "-C", folder.resolve("image").toString(), ".");
    Scan scan = scan(image);
    assertThat(scan.exitCode()).isEqualTo(1);
    assertThat(scan.output()).contains("opt/kairos.properties");
  }

  @Test
  void whatItCannotReadIsNoCleanImage() throws Exception {
    write("image.tar", "no tar file");
    assertThat(scan(folder.resolve("image.tar")).exitCode()).isEqualTo(2);
    assertThat(scan(folder.resolve("nothing")).exitCode()).isEqualTo(2);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }

  private static Scan scan(Path what) throws Exception {
    return run("bash", SCRIPT.toString(), what.toString());
  }

  private static Scan run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Scan(process.exitValue(), output);
  }
}
