/**
 * Kairos beside the limits of the machine and beside other ways to do the same, measured in one
 * run. {@link io.kairos.bench.BenchCommand} is {@code kairos bench}.
 */
package io.kairos.bench;
