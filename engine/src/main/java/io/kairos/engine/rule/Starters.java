package io.kairos.engine.rule;

import io.kairos.engine.condition.Needed;
import io.kairos.engine.fact.About;
import io.kairos.engine.fact.EventField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that an event of one name may begin, found by what it tells. A rule about one item,
 * category or campaign is looked at only for events of that item, category or campaign, so that a
 * thousand campaigns cost an event of something else nothing.
 */
final class Starters {
  static final Starters NONE = new Starters();

  private static final Comparator<Rule> BY_ID = Comparator.comparing(Rule::id);

  private final List<Rule> always = new ArrayList<>();
  private final Map<EventField, Map<String, List<Rule>>> byText = new EnumMap<>(EventField.class);

  /** Files a rule; rules come in the order of ids. */
  void add(Rule rule) {
    for (var condition : ((Start.OnEvent) rule.start()).where()) {
      Optional<Needed> needed = condition.needed();
      Optional<EventField> field = needed.flatMap(one -> EventField.of(one.variable()));
      if (field.isPresent()) {
        byText
            .computeIfAbsent(field.get(), any -> new HashMap<>())
            .computeIfAbsent(needed.get().text(), any -> new ArrayList<>())
            .add(rule);
        return;
      }
    }
    always.add(rule);
  }

  boolean isEmpty() {
    return always.isEmpty() && byText.isEmpty();
  }

  /** Those that an event may begin, in the order of ids; the others it cannot begin. */
  List<Rule> of(About event) {
    List<Rule> found = always;
    for (var texts : byText.entrySet()) {
      String text = event.text(texts.getKey());
      List<Rule> named = text == null ? null : texts.getValue().get(text);
      if (named != null) {
        List<Rule> more = new ArrayList<>(found);
        more.addAll(named);
        more.sort(BY_ID);
        found = more;
      }
    }
    return found;
  }
}
