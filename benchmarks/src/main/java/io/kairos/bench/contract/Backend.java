package io.kairos.bench.contract;

/** Where Flink keeps state. */
public enum Backend {
  ROCKSDB("rocksdb"),
  HEAP("hashmap");

  private final String flinkName;

  Backend(String flinkName) {
    this.flinkName = flinkName;
  }

  /** As {@code state.backend.type} calls it. */
  public String flinkName() {
    return flinkName;
  }
}
