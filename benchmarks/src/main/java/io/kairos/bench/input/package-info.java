/**
 * The events that every contender reads: made up once from a few numbers, always the same ones, and
 * kept on disk as the data of a broker.
 */
package io.kairos.bench.input;
