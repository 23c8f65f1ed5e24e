package io.kairos.torture.campaign;

import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The faults of a campaign.
 *
 * @param strikes in their order
 * @param only the kinds that were asked for; empty for all
 * @param leftOut kinds that were asked for, too, and what keeps them out
 * @param atMost no fault begins later than that after the first event
 */
public record FaultPlan(
    List<Strike> strikes, List<FaultKind> only, Map<FaultKind, String> leftOut, Duration atMost) {}
