/**
 * What every contender is told, and told alike. A contender is a main class that reads the three
 * topics from their beginning to where they end at its start, writes its triggers, and exits with
 * 0; its consumers count by {@link io.kairos.bench.meter.ReadCount}.
 */
package io.kairos.bench.contract;
