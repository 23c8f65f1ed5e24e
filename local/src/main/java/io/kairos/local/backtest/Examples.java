package io.kairos.local.backtest;

import io.kairos.engine.trigger.Trigger;
import java.util.List;
import java.util.TreeMap;

/**
 * A few of many messages: those with the least ids. Ids are hashes, so that is a fair draw, and the
 * same one however the work was shared out.
 */
final class Examples {
  private static final int MOST = 3;

  private final TreeMap<String, Example> byId = new TreeMap<>();

  void add(Trigger trigger) {
    String id = trigger.reference().id();
    if (byId.size() < MOST || id.compareTo(byId.lastKey()) < 0) {
      add(Example.of(trigger));
    }
  }

  private void add(Example example) {
    byId.put(example.id(), example);
    if (byId.size() > MOST) {
      byId.pollLastEntry();
    }
  }

  void add(Examples others) {
    others.byId.values().forEach(this::add);
  }

  List<Example> all() {
    return List.copyOf(byId.values());
  }
}
