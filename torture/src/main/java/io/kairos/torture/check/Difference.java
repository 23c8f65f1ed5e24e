package io.kairos.torture.check;

/**
 * A trigger that is not as it must be.
 *
 * @param eventTimeMillis the release in event time
 * @param expected as text; null if nothing was expected
 * @param seen as text; null if nothing was seen
 */
public record Difference(
    String id, String rule, long eventTimeMillis, String expected, String seen) {}
