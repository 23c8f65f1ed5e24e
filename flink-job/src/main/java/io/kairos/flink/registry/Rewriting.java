package io.kairos.flink.registry;

/**
 * Takes records of one writer's schema from the Confluent wire format to single-object encoding.
 */
interface Rewriting {

  /**
   * @param record framed
   * @throws RefusedFrame if it is no record of that schema, or none of the topic
   */
  byte[] of(byte[] record) throws RefusedFrame;
}
