package io.kairos.local.view;

/**
 * How full a topic is.
 *
 * @param name its name without prefix
 * @param records records in it, over all partitions
 * @param perSecond records that came in per second of wall time, over the last seconds
 */
public record TopicFill(String name, long records, double perSecond) {}
