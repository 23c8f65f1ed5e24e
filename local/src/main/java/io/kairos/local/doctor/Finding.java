package io.kairos.local.doctor;

/**
 * One thing that a check looked at.
 *
 * @param check a stable name of what was looked at, such as the key of a setting
 * @param subject whose: a topic, a file; empty for the whole installation
 * @param found what there is
 */
record Finding(Verdict verdict, String check, String subject, String found, Advice advice) {

  static Finding ok(String check, String subject, String found) {
    return new Finding(Verdict.OK, check, subject, found, Advice.NONE);
  }

  static Finding note(String check, String subject, String found, Advice advice) {
    return new Finding(Verdict.NOTE, check, subject, found, advice);
  }

  static Finding warning(String check, String subject, String found, Advice advice) {
    return new Finding(Verdict.WARNING, check, subject, found, advice);
  }

  static Finding wrong(String check, String subject, String found, Advice advice) {
    return new Finding(Verdict.WRONG, check, subject, found, advice);
  }
}
