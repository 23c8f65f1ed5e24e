package io.kairos.flink.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kairos.flink.config.RegistryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the registry once. Whatever is no answer of the registry itself is an IOException. */
final class RegistryHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  /** Success, and what the registry refuses for good: not found, not compatible, not valid. */
  private static final Set<Integer> ANSWERS = Set.of(200, 404, 409, 422);

  private final RegistryConfig config;
  private final long answerWithinMillis;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  RegistryHttp(RegistryConfig config, Duration answerWithin) {
    this.config = config;
    this.answerWithinMillis = answerWithin.toMillis();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return ask(request(path).GET().build());
  }

  /**
   * @param schema its text, which the interface wants as text within JSON
   */
  Answer post(String path, String schema) throws IOException, InterruptedException {
    String body = JSON.createObjectNode().put("schema", schema).toString();
    return ask(
        request(path)
            .header("Content-Type", TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.url() + path)).header("Accept", TYPE);
    if (config.basicAuth() != null) {
      request.header("Authorization", Login.header(config.basicAuth()));
    }
    return request;
  }

  /** The time limit is over the whole answer; a limit of the request's own ends at its head. */
  private Answer ask(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new BoundedBody());
    try {
      return understood(answer.get(answerWithinMillis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      throw new IOException("does not answer within " + answerWithinMillis + " ms", late);
    } catch (ExecutionException failed) {
      throw cause(failed);
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException cause(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof IOException known) {
      return known;
    }
    return new IOException("cannot be asked: " + cause, cause);
  }

  private static Answer understood(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    JsonNode body = json(response.body());
    if (!ANSWERS.contains(status)) {
      throw new IOException("answers with HTTP status " + status);
    }
    Answer answer = new Answer(status, body);
    if (!answer.isOfARegistry()) {
      throw new IOException(
          "answers with HTTP status %d, but not as a registry does: is schema.registry.url right?"
              .formatted(status));
    }
    return answer;
  }

  /** A missing node for what is no JSON. */
  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException none) {
      return MissingNode.getInstance();
    }
  }
}
