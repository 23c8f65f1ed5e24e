package io.kairos.local.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What the job may do beside its topics, and how far it has come.
 *
 * @param guard whether the brokers ask who may do what
 * @param group rights on the consumer group; empty if the broker does not say
 * @param readings how far the group is in each input topic; empty if the job may not see it
 */
record Access(Guard guard, Optional<Rights> group, Optional<List<Reading>> readings) {

  /** Whether the brokers ask who may do what. */
  enum Guard {
    /** Everybody may do everything. */
    NONE,
    AUTHORIZER
  }
}
