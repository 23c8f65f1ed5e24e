package io.kairos.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.kafka.FreePorts;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** A Prometheus of its own, which scrapes one target every second. */
final class PrometheusServer implements Closeable {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final String api;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WITHIN).build();

  private PrometheusServer(Process process, int port) {
    this.process = process;
    this.api = "http://127.0.0.1:" + port + "/api/v1/";
  }

  /** The server on the PATH, if there is one. */
  static Optional<Path> installed() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "prometheus"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it; it may take a second until it answers.
   *
   * @param folder an existing one, for its configuration, data and log
   * @param target host:port
   * @param alerts a file of rules
   */
  static PrometheusServer start(Path program, Path folder, String target, Path alerts)
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ['%s']
            scrape_configs:
              - job_name: kairos
                static_configs:
                  - targets: ['%s']
            """
                .formatted(alerts.toRealPath(), target));
    int port = FreePorts.next();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    return new PrometheusServer(process, port);
  }

  /** Whether a query gives a number now; not while the server is starting. */
  boolean answers(String query) throws IOException, InterruptedException {
    return ask("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .map(data -> hasNumber(data.path("result")))
        .orElse(false);
  }

  private static boolean hasNumber(JsonNode samples) {
    return StreamSupport.stream(samples.spliterator(), false)
        .anyMatch(sample -> !sample.path("value").path(1).asText().equals("NaN"));
  }

  /** How each alert came out when it was evaluated: "ok", "err", or "unknown" before that. */
  List<String> healthOfAlerts() throws IOException, InterruptedException {
    return ask("rules").map(rules -> rules.findValuesAsText("health")).orElse(List.of());
  }

  /** What it answers; empty if it does not answer yet. A question that is wrong is an error. */
  private Optional<JsonNode> ask(String what) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(api + what)).timeout(WITHIN).build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 503) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException(what + ": " + answer.body());
      }
      return Optional.of(JSON.readTree(answer.body()).path("data"));
    } catch (java.net.ConnectException starting) {
      if (!process.isAlive()) {
        throw new IllegalStateException("Prometheus has ended", starting);
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
