package io.kairos.engine.delivery;

import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Candidate;
import java.util.Optional;

/** One question asked of a candidate at its release. */
interface Gate {

  /** What speaks against the candidate, or nothing. */
  Optional<Verdict> ask(Candidate candidate, CustomerProfile profile, History history);
}
