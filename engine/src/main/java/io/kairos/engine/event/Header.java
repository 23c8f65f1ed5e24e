package io.kairos.engine.event;

import java.util.Map;

/**
 * What every event carries.
 *
 * @param customerId the shop's id of the customer; null only before cleaning
 * @param eventId stable under retries; null only before cleaning
 * @param origin the topic it came from
 * @param timing when it happened and where it stands in the customer's order
 * @param attributes what the shop adds of its own, by name
 */
public record Header(
    String customerId,
    String eventId,
    Origin origin,
    Timing timing,
    Map<String, String> attributes) {}
