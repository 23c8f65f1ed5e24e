package io.kairos.local.export;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * Which rows are wanted. What is empty does not narrow.
 *
 * @param from the first instant
 * @param to the first instant that is too late
 * @param rule id of the rule; only for topics that say it
 * @param customer id of the customer
 */
public record RowFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> rule,
    Optional<String> customer) {

  /** Whether a customer's records are wanted at all. */
  boolean wantsCustomer(String customerId) {
    return customer.map(customerId::equals).orElse(true);
  }

  /** Whether a record, the last of its identity, is wanted. */
  boolean wants(GenericRecord record, ExportTopic topic) {
    long time = topic.timeMillis(record);
    return wantsCustomer(ExportTopic.customerId(record))
        && from.map(first -> time >= first.toEpochMilli()).orElse(true)
        && to.map(end -> time < end.toEpochMilli()).orElse(true)
        && rule.map(id -> id.equals(ExportTopic.rule(record))).orElse(true);
  }
}
