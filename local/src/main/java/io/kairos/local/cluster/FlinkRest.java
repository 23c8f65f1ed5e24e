package io.kairos.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads answers from Flink's REST interface. */
interface FlinkRest {

  /**
   * The answer to a GET.
   *
   * @param path with its query, from the first slash on
   * @return the parsed body; a missing node if there is no such answer (yet), or Flink is gone
   */
  JsonNode get(String path) throws InterruptedException;

  /** Reads from the REST interface at the address. */
  static FlinkRest at(URI webAddress) {
    ObjectMapper json = new ObjectMapper();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return path -> {
      HttpRequest request =
          HttpRequest.newBuilder(webAddress.resolve(path)).timeout(Duration.ofSeconds(2)).build();
      try {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
          return response.statusCode() == 200 ? json.readTree(body) : MissingNode.getInstance();
        }
      } catch (IOException e) {
        return MissingNode.getInstance();
      }
    };
  }
}
