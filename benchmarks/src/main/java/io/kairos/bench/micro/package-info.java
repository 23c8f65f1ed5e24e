/** What the hot pieces cost by themselves, by JMH: no Kafka, no Flink, no disk. */
package io.kairos.bench.micro;
