package io.kairos.engine;

import io.kairos.engine.predict.Prediction;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Standing;
import java.util.List;
import java.util.Optional;

/**
 * A customer's profile at an instant, to be published.
 *
 * @param asOfMillis epoch milliseconds
 * @param profile with its months rolled on to that instant
 * @param prediction nothing for a customer who never bought
 * @param openRuns the waits that are open
 */
public record Snapshot(
    String customerId,
    long asOfMillis,
    CustomerProfile profile,
    Standing standing,
    Optional<Prediction> prediction,
    List<Run> openRuns) {}
