package io.kairos.engine.profile;

/**
 * What is too fast for a person: crawlers, and ids that many people share.
 *
 * @param perMinute most events of a customer in a minute, at least 1
 * @param perHour most events of a customer in an hour, at least 1
 * @param flaggedForMillis for how long after the last excess the customer counts as no person
 */
public record BotPolicy(int perMinute, int perHour, long flaggedForMillis) {}
