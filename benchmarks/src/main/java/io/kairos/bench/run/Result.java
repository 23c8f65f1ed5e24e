package io.kairos.bench.run;

/**
 * How a turn ended.
 *
 * @param bench the instant at which the benchmark began, by which its results belong together
 * @param conditions on what it ran, and what held for all of them; null where nothing was noted
 * @param at the instant of the turn's end
 * @param figures null if it failed
 * @param failure why it failed and where its log is; null if it did not
 */
public record Result(
    String bench, String conditions, Turn turn, String at, Figures figures, String failure) {}
