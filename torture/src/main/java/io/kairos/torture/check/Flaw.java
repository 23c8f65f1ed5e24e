package io.kairos.torture.check;

/** What a receiver of a trigger is promised beside its payload, and a record does not keep. */
enum Flaw {
  /** It would tell of a job that has gone on where it has not. */
  AHEAD("an event time that is not ahead of the clock"),
  KEY("its customer as the key"),
  HEADERS("the headers that say what it says"),
  PARTITION("the partition of its customer's others"),
  NOTHING_TO_CANCEL("before it, in its partition, the message that it takes back"),
  ORDER("an event time not before those of its customer that went out ahead of it");

  private final String demand;

  Flaw(String demand) {
    this.demand = demand;
  }

  /** What the record must have, and has not. */
  String demand() {
    return demand;
  }
}
