package io.kairos.local.doctor;

/** How bad a finding is, worst first. */
public enum Verdict {
  /** The job does not start, loses events or decides wrongly. */
  WRONG("WRONG", "wrong", "wrong"),
  /** It runs, but not as well or as safely as it could. */
  WARNING("warning", "warning", "warnings"),
  /** Something to know. */
  NOTE("note", "note", "notes"),
  OK("ok", "ok", "ok");

  private final String label;
  private final String one;
  private final String many;

  Verdict(String label, String one, String many) {
    this.label = label;
    this.one = one;
    this.many = many;
  }

  /** The word that stands before a finding. */
  String label() {
    return label;
  }

  /** 1 as "1 warning", 2 as "2 warnings". */
  String counted(long count) {
    return count + " " + (count == 1 ? one : many);
  }
}
