/**
 * Proof that a partition is read to its end. Around Flink's own Kafka source: the reader tells how
 * far each partition was handed on, a thread beside it asks the brokers where the silent ones end,
 * and what they answer moves the partition's watermark.
 */
package io.kairos.flink.source.proof;
