package io.kairos.engine.condition;

/**
 * What a condition cannot hold without: that a variable is just this text.
 *
 * @param variable its name
 */
public record Needed(String variable, String text) {}
