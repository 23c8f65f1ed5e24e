package io.kairos.flink.metrics;

import java.util.function.IntSupplier;
import org.apache.flink.metrics.Histogram;

/** A histogram of what is too dear to be measured every time: of the first of each {@value #OF}. */
public final class Sampled {
  static final int OF = 64;

  private final Histogram histogram;
  private int seen;

  public Sampled(Histogram histogram) {
    this.histogram = histogram;
  }

  /** Measures, if it is the turn of this one. */
  public void offer(IntSupplier measure) {
    if (seen++ % OF == 0) {
      histogram.update(measure.getAsInt());
    }
  }
}
