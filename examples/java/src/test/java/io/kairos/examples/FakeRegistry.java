package io.kairos.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;

/** A schema registry that knows one schema. */
final class FakeRegistry implements AutoCloseable {
  private static final int ID = 258;

  private final HttpServer server;
  private final List<String> logins = new CopyOnWriteArrayList<>();

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer =
        new ObjectMapper().writeValueAsBytes(Map.of("schema", Trigger.getClassSchema().toString()));
    server.createContext(
        "/schemas/ids/" + ID,
        exchange -> {
          logins.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The logins that came with requests. */
  List<String> logins() {
    return logins;
  }

  /** A trigger in the wire format of the registry. */
  static byte[] framed(Trigger trigger) throws IOException {
    ByteBuffer body =
        new RawMessageEncoder<Trigger>(SpecificData.get(), Trigger.getClassSchema())
            .encode(trigger);
    return ByteBuffer.allocate(1 + Integer.BYTES + body.remaining())
        .put((byte) 0)
        .putInt(ID)
        .put(body)
        .array();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
