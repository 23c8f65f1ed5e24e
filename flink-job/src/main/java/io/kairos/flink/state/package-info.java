/** What Flink keeps and ships: keys, events that wait, customers; each with its own serializer. */
package io.kairos.flink.state;
