package io.kairos.flink.source.proof;

/**
 * A record as the reader of its partition hands it on.
 *
 * @param offset where it lies
 */
public record Fetched<T>(long offset, T record) {}
