package io.kairos.engine;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Standing;
import java.util.List;

/**
 * A customer's profile at an instant, to be published.
 *
 * @param facts the profile, and the instant that it is as of
 * @param standing the groups that the customer is in
 * @param openRuns the waits that are open
 */
public record Snapshot(String customerId, Facts facts, Standing standing, List<Run> openRuns) {}
