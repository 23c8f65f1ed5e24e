/** Reads all events of one customer, out of the input topics of a Kafka or out of files. */
package io.kairos.local.history;
