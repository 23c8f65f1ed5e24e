package io.kairos.bench.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.flink.api.common.JobID;

/**
 * What Flink's REST interface says of a job.
 *
 * @param web the interface's address
 */
record JobStatistics(URI web, JobID job) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int OK = 200;

  /**
   * @param place below the job's own
   * @throws IOException if there is no such thing
   */
  JsonNode get(String place) throws IOException, InterruptedException {
    URI address = web.resolve("/jobs/" + job + "/" + place);
    HttpResponse<String> answer =
        HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException(address + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
