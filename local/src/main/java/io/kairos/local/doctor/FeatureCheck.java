package io.kairos.local.doctor;

import java.util.List;

/** Whether the brokers fence what is left over of a transaction, which they do from level 2 on. */
final class FeatureCheck implements Check {
  private static final String FEATURE = "transaction.version";
  private static final int FENCING = 2;

  @Override
  public List<Finding> look(Installation at) {
    int level = at.cluster().features().getOrDefault(FEATURE, (short) 0);
    if (level >= FENCING) {
      return List.of(Finding.ok(FEATURE, "", "level " + level));
    }
    return List.of(
        Finding.note(
            FEATURE,
            "",
            "level " + level + ", not " + FENCING,
            new Advice(
                "Below level 2 a transaction can hang, and hold back readers of committed records:"
                    + " one of a producer of the inputs or, where it delivers exactly once, of the"
                    + " job, which then does not start.",
                at.setup().commands().upgradeFeature(FEATURE, FENCING))));
  }
}
