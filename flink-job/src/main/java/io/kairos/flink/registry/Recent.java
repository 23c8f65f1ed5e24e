package io.kairos.flink.registry;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was asked for of late, up to a number. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1_000;
  private static final float LOAD = 0.75f;

  Recent() {
    super(16, LOAD, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
