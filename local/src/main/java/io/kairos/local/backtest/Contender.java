package io.kairos.local.backtest;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.rule.RuleSet;

/**
 * A rule file that is tried.
 *
 * @param engine under these rules; for one thread
 * @param records take what it says
 * @param isCompared whether the messages of each customer are compared with those of another
 */
record Contender(
    RuleSet rules, CustomerEngine engine, Window window, Records records, boolean isCompared) {}
