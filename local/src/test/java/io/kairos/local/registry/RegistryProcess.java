package io.kairos.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.FolderTree;
import io.kairos.local.kafka.FreePorts;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;

/**
 * A real schema registry, Apicurio, on a port of the loopback interface: it can be stopped and
 * started, and remembers what it was told. Asked without any code of ours.
 */
public final class RegistryProcess implements Closeable {
  private static final Path FOLDER = Path.of("target", "registry");
  private static final String READY = "Listening on";
  private static final int READY_WITHIN_SECONDS = 90;
  private static final int STOP_WITHIN_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = FreePorts.next();
  private final Path data;
  private final Thread killer = new Thread(this::kill);
  private volatile Process process;

  private RegistryProcess(Path data) {
    this.data = data;
    Runtime.getRuntime().addShutdownHook(killer);
  }

  public static RegistryProcess start() throws Exception {
    RegistryProcess registry = new RegistryProcess(Files.createTempDirectory("kairos-registry-"));
    registry.restart();
    return registry;
  }

  /** The address of its Confluent interface. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  public void restart() throws Exception {
    CompletableFuture<String> ready = new CompletableFuture<>();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner().toString())
            .redirectErrorStream(true);
    builder.environment().put("REGISTRY_DATASOURCE_URL", "jdbc:h2:file:" + data.resolve("db"));
    process = builder.start();
    Thread reader = new Thread(() -> read(process, ready), "read-registry");
    reader.setDaemon(true);
    reader.start();
    ready.get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Registers a schema; its id. */
  public int register(String subject, Schema schema) throws Exception {
    String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
    return ask(request("/subjects/" + subject + "/versions")
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .get("id")
        .asInt();
  }

  public Schema schema(int id) throws Exception {
    JsonNode answer = ask(request("/schemas/ids/" + id).build());
    return new Schema.Parser().parse(answer.get("schema").asText());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path));
  }

  private JsonNode ask(HttpRequest request) throws Exception {
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Reads on after the ready line, since a full pipe would block the registry. */
  private static void read(Process process, CompletableFuture<String> ready) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(READY)) {
          ready.complete(line);
        }
        if (!ready.isDone()) {
          said.append(line).append('\n');
        }
      }
    } catch (IOException closed) {
      said.append(closed);
    }
    ready.completeExceptionally(new IOException("the registry ended: " + said));
  }

  private static Path runner() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(FOLDER, "*-runner.jar")) {
      return found.iterator().next();
    }
  }

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    Runtime.getRuntime().removeShutdownHook(killer);
    FolderTree.delete(data);
  }
}
