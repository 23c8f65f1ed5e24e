package io.kairos.local.doctor;

import java.util.List;

/** Whether events say that they happened after they arrived. */
final class AheadCheck implements Check.SampleCheckUp {
  private static final String CHECK = "time";
  private static final double HARDLY_ANY = 0.001;

  @Override
  public List<Finding> look(Sample sample, Installation at) {
    long skew = at.setup().config().time().quiet().skewMillis();
    if (sample.lateness().events() == 0 || !sample.stamps().appended()) {
      return List.of();
    }
    double share = sample.lateness().aheadShare(skew);
    if (share == 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            share > HARDLY_ANY ? Verdict.WARNING : Verdict.NOTE,
            CHECK,
            sample.name(),
            "%s of the events are ahead of their arrival by more than time.skew, at most by %s"
                .formatted(Shares.of(share), Spans.measured(-sample.lateness().sortedMillis()[0])),
            new Advice(
                "They wait until their time has come, and so does what the customer does"
                    + " meanwhile.",
                "synchronise the clock of the collector that writes time (chronyc tracking)")));
  }
}
