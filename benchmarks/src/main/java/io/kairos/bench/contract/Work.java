package io.kairos.bench.contract;

/** How much our own job does. */
public enum Work {
  /** What the peers do as well: three rules, and nothing written but triggers. */
  SAME,
  /** The rules that Kairos ships with, and every output. */
  FULL
}
