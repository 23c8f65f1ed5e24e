package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.Topics;
import java.util.List;

/** How many records belong to nobody. */
final class AnonymousCheck implements Check.SampleCheckUp {
  private static final String CHECK = "anonymous";

  /** Visitors who never logged in are usual there, and nowhere else. */
  private static final double USUAL_OF_CLICKS = 0.5;

  private static final double USUAL = 0.01;

  @Override
  public List<Finding> look(Sample sample, Installation at) {
    double share = sample.share(RejectionReason.ANONYMOUS);
    if (sample.records() == 0 || share == 0) {
      return List.of();
    }
    double usual = sample.topic() == Topics.CLICKSTREAM ? USUAL_OF_CLICKS : USUAL;
    return List.of(
        new Finding(
            share > usual ? Verdict.WARNING : Verdict.NOTE,
            CHECK,
            sample.name(),
            Shares.of(share) + " of the records have no customerId",
            new Advice(
                "They are skipped: no profile knows them, and nobody gets a message because of"
                    + " them.",
                share > usual
                    ? "give customerId a stable id as soon as the shop knows who it is"
                    : "")));
  }
}
