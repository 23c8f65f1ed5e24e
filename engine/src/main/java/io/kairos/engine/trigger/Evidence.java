package io.kairos.engine.trigger;

/**
 * One value that a decision rested on.
 *
 * @param limit what it was compared with; null for nothing
 */
public record Evidence(String name, String value, String limit) {}
