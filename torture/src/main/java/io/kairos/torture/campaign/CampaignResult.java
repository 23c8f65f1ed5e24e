package io.kairos.torture.campaign;

import io.kairos.torture.check.Verdict;
import io.kairos.torture.cluster.Death;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign has shown.
 *
 * @param begun when its first event was sent
 * @param lasted from then to its last trigger
 * @param series what came of the faults
 * @param deaths of processes that nobody had asked to end
 * @param judgedTo the event time that the verdict reaches to, inclusive
 * @param events in the log
 * @param records of triggers in the log, repeats among them
 */
public record CampaignResult(
    CampaignPlan plan,
    Instant begun,
    Duration lasted,
    Series series,
    List<Death> deaths,
    Instant judgedTo,
    long events,
    long records,
    Verdict verdict) {

  /** One for each fault that the job came back from. */
  public List<Recovery> recoveries() {
    return series.recoveries();
  }

  /** Whether all faults struck that were to, and all is as it must be. */
  public boolean isClean() {
    return series.endedEarly().isEmpty() && verdict.isClean();
  }
}
