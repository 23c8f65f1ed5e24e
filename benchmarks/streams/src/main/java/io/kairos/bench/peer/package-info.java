/** The same work as others would write it with Kafka Streams: one processor over one profile. */
package io.kairos.bench.peer;
