package io.kairos.engine.delivery;

/**
 * A message that caps count.
 *
 * @param atMillis its release, epoch milliseconds
 */
public record Slot(String channel, long atMillis) {}
