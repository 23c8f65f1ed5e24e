package io.kairos.engine.event;

/**
 * What every event carries.
 *
 * @param customerId the shop's id of the customer; null only before cleaning
 * @param eventId stable under retries; null only before cleaning
 * @param origin the topic it came from
 * @param timing when it happened and where it stands in the customer's order
 */
public record Header(String customerId, String eventId, Origin origin, Timing timing) {}
