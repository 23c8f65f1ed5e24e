/**
 * What measures a contender from within its process: one interceptor of its consumers, one thread,
 * one file of samples.
 *
 * <p>Every contender's consumers are given {@code interceptor.classes} = {@link
 * io.kairos.bench.meter.ReadCount}. System property {@code kairos.bench.samples} names the file,
 * {@code kairos.bench.topics} the topics whose records count, separated by commas (without it: all,
 * so that a repartition topic of a contender's own would count, too).
 */
package io.kairos.bench.meter;
