package io.kairos.flink.state;

import io.kairos.engine.CustomerState;

/**
 * The one value of a customer.
 *
 * @param wakeUpMillis the instant of the customer's one timer, epoch milliseconds; {@link
 *     Long#MAX_VALUE} for none
 */
public record StoredCustomer(long wakeUpMillis, CustomerState state) {}
