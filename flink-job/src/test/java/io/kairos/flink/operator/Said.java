package io.kairos.flink.operator;

import io.kairos.wire.Decision;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import io.kairos.wire.Trigger;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All that a run said, repeats left out.
 *
 * @param profiles the last of each customer
 */
record Said(
    SortedSet<String> triggers, SortedSet<String> decisions, SortedMap<String, String> profiles) {

  Said() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
  }

  void add(Subtasks subtasks) {
    addTriggers(subtasks.triggers());
    subtasks.sideOutput(CustomerOperator.DECISIONS, decision());
    subtasks.sideOutput(CustomerOperator.PROFILES, this::addProfile);
  }

  void addTriggers(List<Trigger> all) {
    all.forEach(trigger -> triggers.add(PlainJson.of(trigger)));
  }

  Consumer<Decision> decision() {
    return decision -> decisions.add(PlainJson.of(decision));
  }

  private void addProfile(ProfileUpdate update) {
    String profile = update.profile() == null ? "erased" : PlainJson.of(update.profile());
    profiles.put(update.customerId(), profile);
  }

  void addProfile(Profile profile) {
    profiles.put(profile.getCustomerId(), PlainJson.of(profile));
  }
}
