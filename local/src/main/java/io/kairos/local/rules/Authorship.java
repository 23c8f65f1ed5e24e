package io.kairos.local.rules;

/**
 * Who changes something, and why.
 *
 * @param author a name
 * @param note null where no reason is given
 */
public record Authorship(String author, String note) {}
