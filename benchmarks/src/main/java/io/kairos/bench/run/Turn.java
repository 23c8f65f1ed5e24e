package io.kairos.bench.run;

import io.kairos.bench.input.InputSpec;

/**
 * One run of a contender.
 *
 * @param settings options of Kairos' job as text, empty for another contender
 * @param round from 1
 */
public record Turn(InputSpec input, Contender contender, int slots, String settings, int round) {}
