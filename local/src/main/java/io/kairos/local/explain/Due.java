package io.kairos.local.explain;

import java.time.Instant;

/** When the fate of a step is decided if nothing happens before. */
record Due(String step, Instant at) {}
