package io.kairos.engine.condition;

/**
 * What one comparison of a condition came to, as people read it.
 *
 * @param subject what was asked: a variable, a call or a sum
 * @param value what it was, {@code unknown} included
 * @param demand what it was held against: {@code >= 50}
 */
public record Finding(String subject, String value, String demand, Truth truth) {}
