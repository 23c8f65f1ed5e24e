/** How others speak with Kafka's topics: receivers of triggers and senders of events. */
package io.kairos.examples;
