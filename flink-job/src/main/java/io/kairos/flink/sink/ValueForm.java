package io.kairos.flink.sink;

import java.io.Serializable;

/** How the records of an output lie in their topic. */
interface ValueForm<T> extends Serializable {

  /** Called once, where records are written, before the first. */
  default void open() {}

  byte[] bytes(T record);
}
