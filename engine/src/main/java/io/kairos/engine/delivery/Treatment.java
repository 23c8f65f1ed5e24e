package io.kairos.engine.delivery;

/**
 * How a candidate is treated for the sake of comparison.
 *
 * @param experiment null for none
 * @param variant null for none
 * @param rehearsal whether it is for testers only
 */
public record Treatment(String experiment, String variant, boolean rehearsal) {
  static final Treatment USUAL = new Treatment(null, null, false);
}
