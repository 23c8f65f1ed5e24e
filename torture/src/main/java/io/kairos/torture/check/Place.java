package io.kairos.torture.check;

/** Where a record is in the topic of triggers. */
record Place(int partition, long offset) {
  @Override
  public String toString() {
    return partition + "/" + offset;
  }
}
