package io.kairos.local.doctor;

import java.util.Map;
import java.util.Optional;

/**
 * The brokers.
 *
 * @param features the level of each that is in use
 * @param settings of one broker; empty if the job may not see them
 */
record Cluster(String id, int brokers, Map<String, Short> features, Optional<Settings> settings) {}
