package io.kairos.flink.source;

/** A record that the plain way does not read: the other way decides what it is. */
final class Unusual extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where it was found says nothing to anybody, so there is one for all. */
  static final Unusual RECORD = new Unusual();

  private Unusual() {
    super(null, null, false, false);
  }
}
