package io.kairos.local.doctor;

/**
 * How far the job's group has read a topic.
 *
 * @param topic its full name
 * @param committed partitions for which the job has committed a place
 * @param behind records between there and the end
 * @param lost records that the topic forgot before they were read
 */
record Reading(String topic, int committed, long behind, long lost) {}
