package io.kairos.torture.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs another main class for as long as somebody holds the other end of the standard input: no
 * process outlives the campaign that started it, even if that is killed.
 *
 * <p>Arguments: {@code MAIN_CLASS [ARGUMENTS...]}.
 */
public final class Tethered {
  private Tethered() {}

  /** Runs it in this thread. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watcher = new Thread(() -> haltAtEnd(System.in), "tether");
    watcher.setDaemon(true);
    watcher.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void haltAtEnd(InputStream holder) {
    try {
      holder.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe says the same as its end: nobody is there any more.
    }
    Runtime.getRuntime().halt(1);
  }
}
