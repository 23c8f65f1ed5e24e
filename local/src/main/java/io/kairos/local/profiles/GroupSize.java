package io.kairos.local.profiles;

/**
 * How large a group of customers is.
 *
 * @param name of the segment, stage or tier
 * @param customers in it
 */
record GroupSize(String name, long customers) {}
