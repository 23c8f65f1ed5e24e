package io.kairos.torture.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.local.kafka.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RelayTest {
  private static final int MOMENT_MILLIS = 200;

  private final int port = FreePorts.next();
  private ServerSocket target;
  private Relay relay;
  private Socket client;
  private Socket server;

  @BeforeEach
  void connect() throws IOException {
    target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    relay = Relay.open(port, target.getLocalPort());
    client = new Socket(InetAddress.getLoopbackAddress(), port);
    server = target.accept();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    relay.close();
    target.close();
  }

  @Test
  void passesBytesOnInBothDirections() throws IOException {
    client.getOutputStream().write(17);
    assertThat(server.getInputStream().read()).isEqualTo(17);
    server.getOutputStream().write(18);
    assertThat(client.getInputStream().read()).isEqualTo(18);
  }

  @Test
  void cutsWhatIsOpenAndTakesNewConnections() throws IOException {
    relay.cut();
    assertThat(server.getInputStream().read()).isEqualTo(-1);

    try (Socket again = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket accepted = target.accept()) {
      again.getOutputStream().write(19);
      assertThat(accepted.getInputStream().read()).isEqualTo(19);
    }
  }

  @Test
  void holdsBytesBackUntilTheyAreReleased() throws IOException {
    relay.hold();
    client.getOutputStream().write(20);
    server.setSoTimeout(MOMENT_MILLIS);
    assertThatThrownBy(() -> server.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    relay.release();
    server.setSoTimeout(0);
    assertThat(server.getInputStream().read()).isEqualTo(20);
  }

  @Test
  void closesAConnectionWhoseOtherEndIsGone() throws IOException {
    server.close();
    assertThat(client.getInputStream().read()).isEqualTo(-1);
  }
}
