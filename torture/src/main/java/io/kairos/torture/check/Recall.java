package io.kairos.torture.check;

/** Tells once more what a record said, to explain a difference. */
interface Recall {
  /** The record in words; why it cannot be told, where it cannot. */
  String text(Place place);
}
