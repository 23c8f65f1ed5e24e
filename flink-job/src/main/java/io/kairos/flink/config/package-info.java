/** The job's options, read once into checked records. */
package io.kairos.flink.config;
