package io.kairos.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Runs one broker until its standard input ends or it is told to stop by a signal.
 *
 * <p>Arguments: {@code DATA_DIR PORT CONTROLLER_PORT [SETTINGS_FILE]}. Prints one line, {@code
 * READY host:port}, on standard output once clients are served. The process that started it holds
 * the other end of the standard input, so the broker ends with it even if it is killed. Exit code 1
 * if it cannot start, with the cause on standard error.
 */
public final class BrokerMain {

  private BrokerMain() {}

  /** Starts the broker and blocks until it has stopped. */
  public static void main(String[] args) {
    endWith(System.in);
    try {
      BrokerSettings settings = BrokerSettings.parse(args);
      KraftNode broker = KraftNode.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "stop-broker"));
      System.out.println("READY " + settings.bootstrapServers());
      broker.awaitStop();
    } catch (Exception e) {
      e.printStackTrace();
      // A half-started broker leaves threads that a plain exit would wait for.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void endWith(InputStream parent) {
    Thread watcher =
        new Thread(
            () -> {
              awaitEnd(parent);
              System.exit(0);
            },
            "watch-parent");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void awaitEnd(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe says the same as its end: nobody is there any more.
    }
  }
}
