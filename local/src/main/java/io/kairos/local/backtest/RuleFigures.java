package io.kairos.local.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one rule did, or all of them together.
 *
 * @param rule its id; empty for all together
 * @param days messages of each day of the shop's zone that had any
 * @param examples a few messages, the same at every run
 */
public record RuleFigures(
    String rule,
    Fates fates,
    Reach reach,
    SortedMap<LocalDate, Long> days,
    List<Example> examples) {

  public RuleFigures {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }
}
