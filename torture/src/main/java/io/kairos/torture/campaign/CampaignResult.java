package io.kairos.torture.campaign;

import io.kairos.torture.check.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a campaign has shown.
 *
 * @param begun when its first event was sent
 * @param lasted from then to its last trigger
 * @param recoveries one for each fault
 * @param events in the log
 * @param records of triggers in the log, repeats among them
 */
public record CampaignResult(
    CampaignPlan plan,
    Instant begun,
    Duration lasted,
    List<Recovery> recoveries,
    long events,
    long records,
    Verdict verdict) {}
