package io.kairos.flink.operator;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.interest.Decay;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Score;
import io.kairos.engine.interest.Scores;
import io.kairos.engine.interest.Search;
import io.kairos.engine.profile.Custom;
import io.kairos.engine.profile.CustomCount;
import io.kairos.engine.profile.Declared;
import io.kairos.wire.Profile;
import io.kairos.wire.ProfileCustomEvent;
import io.kairos.wire.ProfileInterest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Interests, searches and the shop's own, as far as they are no single value. */
record InterestFields(Decay decay) {
  private static final int MOST = 5;

  void write(Facts facts, Profile record) {
    Interests interests = facts.profile().interests();
    record.setTopCategories(top(interests, interests.categories(), facts.nowMillis()));
    record.setTopBrands(top(interests, interests.brands(), facts.nowMillis()));
    record.setTopContents(top(interests, interests.contents(), facts.nowMillis()));
    record.setRecentSearches(searches(facts.profile().searches().queries()));
    custom(facts.profile().custom(), facts.lens().declared(), record);
  }

  private List<ProfileInterest> top(Interests interests, Scores scores, long now) {
    if (scores.all().isEmpty()) {
      return List.of();
    }
    double left = interests.left(now, decay);
    List<ProfileInterest> top = new ArrayList<>(MOST);
    for (Score score : scores.all().subList(0, Math.min(MOST, scores.all().size()))) {
      top.add(new ProfileInterest(score.name(), score.weight() * left));
    }
    return top;
  }

  private static List<String> searches(List<Search> queries) {
    List<String> texts = new ArrayList<>(queries.size());
    for (Search search : queries) {
      texts.add(search.text());
    }
    return texts;
  }

  private static void custom(Custom custom, Declared declared, Profile record) {
    if (declared.events().isEmpty() && declared.attributes().isEmpty()) {
      return;
    }
    List<ProfileCustomEvent> events = new ArrayList<>();
    for (String name : declared.events().stream().sorted().toList()) {
      Optional<CustomCount> count = custom.event(name);
      count.ifPresent(c -> events.add(new ProfileCustomEvent(name, c.count(), c.lastMillis())));
    }
    Map<String, String> attributes = new TreeMap<>();
    for (String name : declared.attributes()) {
      String value = custom.attribute(name);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    record.setCustomEvents(events);
    record.setAttributes(attributes);
  }
}
