package io.kairos.local;

import io.kairos.wire.Topics;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One event on its way into an input topic.
 *
 * @param topic one of {@link Topics#inputs()}
 * @param customerId the record's key; null for an event without a customer
 * @param timeMillis event time, epoch milliseconds; also the record's timestamp
 * @param record the Avro record of that topic
 */
public record InputEvent(
    Topics topic, String customerId, long timeMillis, SpecificRecordBase record) {}
