package io.kairos.local.doctor;

/**
 * What to think of a finding.
 *
 * @param why why it matters, one sentence; empty where all is well
 * @param mend the command or setting that mends it; empty where there is nothing to mend
 */
record Advice(String why, String mend) {
  static final Advice NONE = new Advice("", "");
}
