package io.kairos.torture.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as a JobManager does: what is said of a path, the last of it for ever. */
final class FakeFlink implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final List<String> bodies = new ArrayList<>();

  FakeFlink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Says what to answer.
   *
   * @param begin of the call, such as {@code GET /jobs/7}
   * @param inOrder JSON each; an empty text is status 503
   */
  FakeFlink says(String begin, String... inOrder) {
    answers.put(begin, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  JobRest rest() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new JobRest(() -> List.of(address));
  }

  /** What was posted, in order. */
  List<String> bodies() {
    return bodies;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!body.isEmpty()) {
      bodies.add(body);
    }
    byte[] answer =
        next(exchange.getRequestMethod() + " " + exchange.getRequestURI())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.length == 0 ? 503 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String next(String call) {
    Deque<String> left =
        answers.entrySet().stream()
            .filter(entry -> call.startsWith(entry.getKey()))
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElseGet(() -> new ArrayDeque<>(List.of("")));
    return left.size() > 1 ? left.remove() : left.peek();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
