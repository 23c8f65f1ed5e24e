package io.kairos.engine.fact;

/** The groups that a customer is in. */
public interface Groups {

  /** The tier by its name; "none" for none. */
  String tier();

  /** The lifecycle stage; null before the first event. */
  String stage();

  /** Whether a segment holds, or a stage of that name. */
  boolean in(String segment);
}
