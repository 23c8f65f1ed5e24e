package io.kairos.engine.delivery;

import java.util.Optional;

/** One question asked of a candidate at its release. */
interface Gate {

  /** What speaks against the candidate, or nothing. */
  Optional<Verdict> ask(Question question);
}
