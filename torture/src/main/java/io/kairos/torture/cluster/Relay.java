package io.kairos.torture.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes bytes on between a port and another one of the loopback interface, and can cut the
 * connections or hold back what they carry, as a network does.
 */
public final class Relay implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private boolean held;

  private Relay(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Opens one on a port.
   *
   * @param target the port that it leads to; need not be served yet
   */
  static Relay open(int port, int target) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Relay relay = new Relay(server, target);
    spawn(relay::accept);
    return relay;
  }

  /** Whether there are connections. */
  public boolean carries() {
    return !open.isEmpty();
  }

  /** Closes every connection; new ones are taken. */
  public void cut() {
    open.forEach(Relay::close);
  }

  /** Holds back what comes from now on, in both directions; connections stay open. */
  public void hold() {
    lock.lock();
    held = true;
    lock.unlock();
  }

  /** Lets what was held back go on. */
  public void release() {
    lock.lock();
    try {
      held = false;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
    release();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        join(server.accept());
      } catch (IOException e) {
        // Closed, or nobody serves the target: the client finds its connection closed.
      }
    }
  }

  private void join(Socket client) throws IOException {
    Socket broker = new Socket();
    open.add(client);
    open.add(broker);
    try {
      broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
    } catch (IOException e) {
      end(client, broker);
      throw e;
    }
    spawn(() -> pass(client, broker));
    spawn(() -> pass(broker, client));
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitRelease();
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // Cut, or one end is gone: the other one is told below.
    } finally {
      end(from, to);
    }
  }

  private void awaitRelease() {
    lock.lock();
    try {
      while (held) {
        released.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(Socket one, Socket other) {
    close(one);
    close(other);
    open.remove(one);
    open.remove(other);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }

  private static void spawn(Runnable run) {
    Thread thread = new Thread(run, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
