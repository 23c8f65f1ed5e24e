package io.kairos.flink.operator;

import io.kairos.wire.Profile;

/**
 * News for the profiles topic.
 *
 * @param profile null after erasure: the customer's profile is to go
 */
public record ProfileUpdate(String customerId, Profile profile) {}
