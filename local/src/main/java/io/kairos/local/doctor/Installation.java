package io.kairos.local.doctor;

import java.util.List;

/**
 * What is known of an installation.
 *
 * @param setup what the job is told
 * @param samples of each input topic that could be read
 */
record Installation(
    Setup setup, Cluster cluster, TopicsThere topics, Access access, List<Sample> samples) {}
