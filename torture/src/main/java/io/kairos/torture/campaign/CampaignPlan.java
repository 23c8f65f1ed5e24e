package io.kairos.torture.campaign;

import io.kairos.torture.check.Guarantee;
import io.kairos.torture.fault.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a campaign is to do.
 *
 * @param brokers how many, each with a replica of all; at least 1
 * @param seed of the traffic; the faults were drawn by it, too
 * @param strikes in their order
 * @param atMost no fault begins later than that after the first event
 * @param options of the job, on top of those that the campaign sets itself
 */
public record CampaignPlan(
    int brokers,
    long seed,
    List<Strike> strikes,
    Duration atMost,
    Guarantee guarantee,
    Map<String, String> options) {}
