package io.kairos.local.explain;

import io.kairos.engine.segment.Membership;
import io.kairos.engine.segment.Standing;
import io.kairos.local.explain.Happening.Regrouped;
import io.kairos.local.explain.Happening.Regrouped.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which groups were entered and left between two standings. */
final class Groups {
  private Groups() {}

  static List<Regrouped> changed(Standing before, Standing after) {
    List<Regrouped> changes = new ArrayList<>();
    if (before.rank() != after.rank()) {
      changes.add(new Regrouped(Group.TIER, before.tier(), after.tier()));
    }
    if (!Objects.equals(before.stage(), after.stage())) {
      changes.add(new Regrouped(Group.STAGE, before.stage(), after.stage()));
    }
    List<String> old = names(before);
    List<String> now = names(after);
    old.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> changes.add(new Regrouped(Group.SEGMENT, name, null)));
    now.stream()
        .filter(name -> !old.contains(name))
        .forEach(name -> changes.add(new Regrouped(Group.SEGMENT, null, name)));
    return changes;
  }

  private static List<String> names(Standing standing) {
    return standing.segments().stream().map(Membership::name).toList();
  }
}
