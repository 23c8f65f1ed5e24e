package io.kairos.torture.campaign;

import io.kairos.torture.check.Guarantee;
import io.kairos.torture.fault.Strike;
import java.util.List;
import java.util.Map;

/**
 * What a campaign is to do.
 *
 * @param brokers how many, each with a replica of all; at least 1
 * @param seed of the traffic; the faults were drawn by it, too
 * @param options of the job, on top of those that the campaign sets itself
 */
public record CampaignPlan(
    int brokers, long seed, FaultPlan faults, Guarantee guarantee, Map<String, String> options) {

  /** The faults in their order. */
  public List<Strike> strikes() {
    return faults.strikes();
  }
}
