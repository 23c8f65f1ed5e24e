/**
 * Records as a Parquet file: Avro's nested values cut into columns with repetition and definition
 * levels, plain encoding, Zstandard. Only the structures of header and footer come from Parquet's
 * own library; its writer would bring Hadoop's classes, and their mere presence changes what Flink
 * does at its start.
 */
package io.kairos.local.export.parquet;
