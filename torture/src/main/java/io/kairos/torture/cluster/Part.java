package io.kairos.torture.cluster;

import java.io.IOException;

/** A process of the cluster that can be started again. */
interface Part {
  /** Starts it, also again after it ended, on what it has left behind. */
  void start() throws IOException, InterruptedException;

  /** Its process. */
  Daemon daemon();
}
