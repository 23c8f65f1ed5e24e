package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The login of a registry, where the registry answers by sending the client elsewhere. */
class RegistryLoginTest {
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private FakeRegistry elsewhere;
  private HttpServer registry;

  @BeforeEach
  void start() throws IOException {
    elsewhere = new FakeRegistry();
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          logins.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          String target = elsewhere.url() + exchange.getRequestURI();
          exchange.getResponseHeaders().add("Location", target);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    registry.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
    elsewhere.close();
  }

  @Test
  void ofPythonGoesToTheRegistryOnly() throws Exception {
    assertThat(readByPython()).isEqualTo("SEND a");

    assertThat(logins).containsExactly("Basic YW5uOnNlY3JldA==");
    assertThat(elsewhere.logins()).isEmpty();
  }

  private String readByPython() throws Exception {
    String program =
        """
        import sys
        sys.path.insert(0, "../python")
        from wire import Wire
        wire = Wire("../../schemas/released", sys.argv[1])
        trigger = wire.read("triggers", bytes.fromhex(sys.argv[2]))
        print(trigger["kind"], trigger["id"])
        """;
    ProcessBuilder python =
        new ProcessBuilder(
                Language.PYTHON.command("receive").get(0),
                "-c",
                program,
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                HexFormat.of().formatHex(FakeRegistry.framed(new Triggers(0).send("a"))))
            .redirectErrorStream(true);
    python.environment().put("REGISTRY_AUTH", "ann:secret");
    return new String(python.start().getInputStream().readAllBytes(), UTF_8).strip();
  }
}
