package io.kairos.engine.delivery;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.rule.Candidate;
import java.util.Optional;

/** One question asked of a candidate at its release. */
interface Gate {

  /** What speaks against the candidate, or nothing. */
  Optional<Verdict> ask(Candidate candidate, Facts facts, History history);
}
