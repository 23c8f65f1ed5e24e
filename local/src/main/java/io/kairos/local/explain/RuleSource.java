package io.kairos.local.explain;

import io.kairos.engine.rule.RuleHistory;

/** Where the rules of a story come from. */
public interface RuleSource {

  /** What a page calls them. */
  String name();

  /** Whether customers get what these rules say, or only would. */
  Standing standing();

  /**
   * The rules, each version at its time, for a shop of that currency.
   *
   * @throws io.kairos.local.CommandError if they cannot be read
   */
  RuleHistory read(String currency);

  /** What rules are to the customers. */
  enum Standing {
    /** Those that the job decides by. */
    DEPLOYED,
    /** Those of a file that somebody tries. */
    DRAFT
  }
}
