package io.kairos.torture.campaign;

import java.util.Locale;

/** What a fault did to the job. */
public enum Effect {
  /** Nothing that was seen: it met an idle part. */
  UNFELT,
  /** It met the job at work, and all tasks ran on. */
  FELT,
  /** Tasks started again. */
  RESTARTED;

  static Effect of(boolean met, boolean restarted) {
    if (restarted) {
      return RESTARTED;
    }
    return met ? FELT : UNFELT;
  }

  /** As in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
