package io.kairos.local.doctor;

import java.util.List;

/**
 * Whether the brokers' clocks run ahead of this one. That they run behind cannot be told without
 * writing a record.
 */
final class ClockCheck implements Check.SampleCheckUp {
  private static final String CHECK = "time.skew";

  @Override
  public List<Finding> look(Sample sample, Installation at) {
    if (!sample.stamps().appended() || sample.records() == 0) {
      return List.of();
    }
    long ahead = sample.stamps().aheadMillis();
    if (ahead <= at.setup().config().time().quiet().skewMillis()) {
      return List.of(Finding.ok(CHECK, sample.name(), "no record is from the future"));
    }
    return List.of(
        Finding.warning(
            CHECK,
            sample.name(),
            "a record was stamped %s ahead of this machine's clock"
                .formatted(Spans.measured(ahead)),
            new Advice(
                "The job trusts the clocks of brokers and task managers up to time.skew; beyond it"
                    + " an event can be found behind the time that has passed.",
                "synchronise the clocks (chronyc tracking), or raise time.skew above that")));
  }
}
