package io.kairos.local.explain;

import io.kairos.engine.profile.Shop;
import io.kairos.local.history.EventSource;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose story is to be told.
 *
 * @param id of a trigger or decision, or of a customer
 * @param part which part of the story
 * @param shop the shop of the deployment
 * @param rules those that decide
 * @param sources where everything lies
 */
public record ExplainRequest(String id, Part part, Shop shop, RuleSource rules, Sources sources) {

  /**
   * Which part of a story is told.
   *
   * @param rule only this one; empty for all
   * @param from nothing before is shown
   * @param to the story ends here; empty for the end of what is known
   */
  public record Part(Optional<String> rule, Optional<Instant> from, Optional<Instant> to) {}

  /**
   * Where everything lies.
   *
   * @param records what a job wrote; empty where there is none
   */
  public record Sources(EventSource events, Optional<RecordSource> records) {}
}
