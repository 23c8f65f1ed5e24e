package io.kairos.engine.fact;

import java.util.List;

/** The groups that the customer is in. */
final class GroupFeatures {
  private GroupFeatures() {}

  static List<Feature> all() {
    return List.of(
        Feature.text("tier", f -> f.groups().tier())
            .among(GroupNames::tiers)
            .means(
                "Tier by the rule file: none, gold, platinum or diamond. It rises at once; what"
                    + " the calendar takes away it takes at the turn of a month.")
            .over("now")
            .from("orders")
            .unknownWhen("never"),
        Feature.text("stage", f -> f.groups().stage())
            .among(GroupNames::stages)
            .means("Lifecycle stage: the first of the rule file's stages that holds.")
            .over("now")
            .from("all topics")
            .unknownWhen("before the first event"));
  }
}
