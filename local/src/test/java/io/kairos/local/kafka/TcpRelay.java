package io.kairos.local.kafka;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between two ports of this machine that can be cut: then connections stay open and are
 * still accepted, but no byte passes, as behind a router that is gone. What was under way passes
 * when it is mended.
 */
final class TcpRelay implements Closeable {
  private static final int BUFFER = 64 << 10;

  private final ServerSocket from;
  private final int to;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private boolean cut;

  private TcpRelay(ServerSocket from, int to) {
    this.from = from;
    this.to = to;
  }

  /** Passes on what comes to one port of the loopback interface to another. */
  static TcpRelay open(int from, int to) throws IOException {
    TcpRelay relay = new TcpRelay(new ServerSocket(from, 50, InetAddress.getLoopbackAddress()), to);
    start(relay::accept);
    return relay;
  }

  synchronized void cut() {
    cut = true;
  }

  synchronized void mend() {
    cut = false;
    notifyAll();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = from.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
      sockets.add(client);
      sockets.add(server);
      start(() -> pass(client, server));
      start(() -> pass(server, client));
    }
  }

  private void pass(Socket source, Socket target) throws IOException {
    try (source;
        target) {
      InputStream in = source.getInputStream();
      OutputStream out = target.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitMended();
        out.write(buffer, 0, read);
      }
    } finally {
      sockets.remove(source);
    }
  }

  private synchronized void awaitMended() {
    while (cut && !from.isClosed()) {
      try {
        wait();
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private static void start(Passing passing) {
    Thread thread =
        new Thread(
            () -> {
              try {
                passing.run();
              } catch (IOException ended) {
                // One side has closed the connection, or the relay is closed.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Passing {
    void run() throws IOException;
  }

  @Override
  public void close() throws IOException {
    from.close();
    mend();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
