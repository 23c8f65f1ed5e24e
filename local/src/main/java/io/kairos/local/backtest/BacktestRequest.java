package io.kairos.local.backtest;

import io.kairos.engine.profile.Shop;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to try on which history.
 *
 * @param source the events
 * @param versions the rules
 * @param shop its currency is that of the rules
 * @param period the time whose decisions count
 * @param out folder for triggers.jsonl and decisions.jsonl; nothing for none
 */
public record BacktestRequest(
    EventSource source, Versions versions, Shop shop, Period period, Optional<Path> out) {

  /** All of a source, nothing written. */
  public static BacktestRequest of(EventSource source, Versions versions, Shop shop) {
    return new BacktestRequest(source, versions, shop, Period.ALL, Optional.empty());
  }
}
