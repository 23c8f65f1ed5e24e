package io.kairos.flink.operator;

import io.kairos.engine.Snapshot;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.Behaviour;
import io.kairos.engine.profile.Hours;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Left;
import io.kairos.engine.segment.Membership;
import io.kairos.engine.segment.Standing;
import io.kairos.flink.config.KairosConfig.Decisions;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileSegment;
import io.kairos.wire.ProfileSegmentChange;
import java.util.ArrayList;
import java.util.List;

/** The engine's profiles as Avro records. */
public final class ProfileRecords {
  private final BlankProfile blank = new BlankProfile();
  private final Shop shop;
  private final FeatureFields features;
  private final MoneyFields money;
  private final InterestFields interests;

  public ProfileRecords(Decisions decisions) {
    this.shop = decisions.shop();
    this.features = new FeatureFields(shop.minorPerMajor());
    this.money = new MoneyFields(shop);
    this.interests = new InterestFields(decisions.rules().profile().interest().decay());
  }

  /** The record of a profile, for nobody else to keep. */
  public Profile profile(Snapshot snapshot) {
    Profile record = blank.make();
    record.setCustomerId(snapshot.customerId());
    record.setAsOf(snapshot.facts().nowMillis());
    record.setCurrency(shop.currency());
    record.setEvents(snapshot.facts().profile().counts().events());
    record.setOpenRuns(rules(snapshot.openRuns()));
    PersonFields.write(snapshot.facts().profile().person(), record);
    behaviour(snapshot.facts().profile().behaviour(), record);
    money.write(snapshot.facts(), record);
    interests.write(snapshot.facts(), record);
    groups(snapshot.standing(), record);
    features.write(snapshot.facts(), record);
    return record;
  }

  private static void behaviour(Behaviour behaviour, Profile record) {
    Activity activity = behaviour.activity();
    record.setFirstSeen(orNull(activity.firstSeenMillis()));
    record.setLastSeen(orNull(activity.lastSeenMillis()));
    record.setLastLogin(orNull(activity.lastLoginMillis()));
    record.setLastSessionAt(orNull(activity.session().startedMillis()));
    record.setActiveHours(hours(behaviour.hours()));
  }

  private static List<String> rules(List<Run> runs) {
    List<String> rules = new ArrayList<>(runs.size());
    for (Run run : runs) {
      rules.add(run.rule());
    }
    return rules;
  }

  private static List<Integer> hours(Hours hours) {
    if (hours.best() < 0) {
      return List.of();
    }
    List<Integer> counts = new ArrayList<>(hours.counts().length);
    for (int count : hours.counts()) {
      counts.add(count);
    }
    return counts;
  }

  private static void groups(Standing standing, Profile record) {
    record.setTierSince(orNull(standing.holding().sinceMillis()));
    record.setStageSince(standing.lifecycle() == null ? null : standing.lifecycle().sinceMillis());
    List<ProfileSegment> segments = new ArrayList<>(standing.segments().size());
    for (Membership held : standing.segments()) {
      segments.add(new ProfileSegment(held.name(), held.sinceMillis()));
    }
    record.setSegments(segments);
    List<ProfileSegmentChange> history = new ArrayList<>(standing.left().size());
    for (Left left : standing.left()) {
      history.add(change(left));
    }
    record.setSegmentHistory(history);
  }

  private static ProfileSegmentChange change(Left left) {
    return new ProfileSegmentChange(
        left.was().name(), left.was().sinceMillis(), left.untilMillis());
  }

  static Long orNull(long millis) {
    return millis == 0 ? null : millis;
  }
}
