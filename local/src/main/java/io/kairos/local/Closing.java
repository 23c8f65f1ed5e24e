package io.kairos.local;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been opened so far, closed in the opposite order. Each is closed even if one before it
 * fails; all failures are attached to the one that is thrown.
 */
final class Closing implements Closeable {

  private final Deque<Closeable> opened = new ArrayDeque<>();

  /** Takes over the closing of it. */
  <T extends Closeable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException | RuntimeException e) {
        failure = failure == null ? new IOException("cannot close: " + e.getMessage()) : failure;
        failure.addSuppressed(e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
