package io.kairos.local.doctor;

import java.util.List;

/** Whether the brokers ask at all who may do what. */
final class GuardCheck implements Check {
  private static final String CHECK = "authorizer";

  @Override
  public List<Finding> look(Installation at) {
    if (at.access().guard() == Access.Guard.AUTHORIZER) {
      return List.of(Finding.ok(CHECK, "", "the brokers ask who may do what"));
    }
    return List.of(
        Finding.note(
            CHECK,
            "",
            "none: everybody who reaches the brokers may do everything",
            new Advice(
                "Whoever writes to the topic of rules decides what customers get, and profiles hold"
                    + " personal data.",
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer in"
                    + " the brokers' server.properties, and a login for each client")));
  }
}
