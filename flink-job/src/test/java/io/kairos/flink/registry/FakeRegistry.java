package io.kairos.flink.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.RegistryConfig.Registration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/** A server that gives the answers it was told, in order; the last one again and again. */
public final class FakeRegistry implements AutoCloseable {
  private static final String NOT_FOUND = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /**
   * @param bytes how long the server says the answer is; more than there is leaves the rest open
   */
  private record Reply(int status, String body, int bytes) {}

  public FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public FakeRegistry says(int status, String body) {
    synchronized (replies) {
      replies.add(new Reply(status, body, body.getBytes(StandardCharsets.UTF_8).length));
    }
    return this;
  }

  /** Begins an answer, and never ends it. */
  FakeRegistry hangs() {
    synchronized (replies) {
      replies.add(new Reply(200, "{", 2));
    }
    return this;
  }

  public FakeRegistry has(Schema schema) {
    return says(200, new ObjectMapper().createObjectNode().put("schema", schema.toString()) + "");
  }

  public FakeRegistry hasNoSuch() {
    return says(404, NOT_FOUND);
  }

  /** Methods and paths, in order. */
  List<String> asked() {
    return asked;
  }

  List<String> logins() {
    return logins;
  }

  List<String> bodies() {
    return bodies;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  RegistryConfig config() {
    return config(null, Registration.LOOK_UP, 30_000);
  }

  RegistryConfig config(String basicAuth, Registration registration, long giveUpMillis) {
    return new RegistryConfig(url(), basicAuth, registration, giveUpMillis);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Reply reply = next();
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), reply.bytes());
    OutputStream out = exchange.getResponseBody();
    out.write(body);
    out.flush();
    if (body.length == reply.bytes()) {
      exchange.close();
    }
  }

  private Reply next() {
    synchronized (replies) {
      return replies.size() > 1 ? replies.remove() : replies.element();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
