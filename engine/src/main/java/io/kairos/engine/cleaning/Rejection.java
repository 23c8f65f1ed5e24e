package io.kairos.engine.cleaning;

/**
 * A refusal.
 *
 * @param detail what exactly was wrong, for people
 */
public record Rejection(RejectionReason reason, String detail) {}
