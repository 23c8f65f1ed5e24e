package io.kairos.engine.segment;

import java.util.List;

/**
 * The groups that a shop declares.
 *
 * @param tiers what each tier demands
 * @param stages lifecycle stages: the first that holds; the last holds always
 * @param segments any number of which hold
 */
public record SegmentSet(TierLadder tiers, List<Segment> stages, List<Segment> segments) {}
