package io.kairos.local.export;

import java.util.Optional;

/**
 * One record as it was published, not decoded.
 *
 * @param customer the customer, as far as that shows without decoding
 * @param place where in its source it lies; grows along the records of one customer
 * @param value the record; null for a tombstone: the customer was erased
 */
record Published(Optional<String> customer, long place, byte[] value) {}
