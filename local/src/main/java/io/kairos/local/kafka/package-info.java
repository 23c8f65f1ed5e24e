/** A real Kafka broker beside the job: its process, and Kairos' topics on it. */
package io.kairos.local.kafka;
