package io.kairos.engine.fact;

import java.util.Collection;
import java.util.List;

/**
 * The groups that a shop declares, by name.
 *
 * @param tiers those that a customer can have, "none" among them
 * @param stages lifecycle stages
 * @param segments those that conditions may ask for, stages among them
 */
public record GroupNames(List<String> tiers, List<String> stages, List<String> segments) {
  /** The same where conditions may ask for these segments only. */
  public GroupNames among(Collection<String> others) {
    return new GroupNames(tiers, stages, List.copyOf(others));
  }
}
