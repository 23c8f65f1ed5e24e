package io.kairos.torture.check;

import java.util.Map;

/**
 * What went out.
 *
 * @param byId each trigger once
 * @param recall reads again what one said
 */
public record Sightings(Map<String, Sighting> byId, Recall recall) {}
