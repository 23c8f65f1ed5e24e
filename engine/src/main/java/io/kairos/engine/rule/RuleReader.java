package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.EventField;
import io.kairos.engine.fact.Facts;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one rule of a rule file. */
final class RuleReader {
  static final String[] KEYS = {
    "id",
    "version",
    "name",
    "note",
    "owner",
    "status",
    "effectiveFrom",
    "effectiveTo",
    "existing",
    "purpose",
    "event",
    "becomes",
    "every",
    "following",
    "where",
    "per",
    "restart",
    "after",
    "before",
    "idle",
    "at",
    "unless",
    "when",
    "steps",
    "send",
    "again",
    "quietHours",
    "priority",
    "experiment"
  };

  private final Section rule;
  private final Conditions conditions;
  private final Policy policy;

  RuleReader(Section rule, Conditions conditions, Policy policy) {
    this.rule = rule;
    this.conditions = conditions;
    this.policy = policy;
  }

  Rule read() {
    rule.only(KEYS);
    Rule.Label label = label();
    Start start = start(label.id());
    Conditions asked = start instanceof Start.OnEvent ? conditions.aboutEvents() : conditions;
    Rule.Scope scope = scope(start, label.id());
    List<Condition<Facts>> when = asked.all(rule, "when");
    StepReader reader = new StepReader(asked, policy.audience(), eventsOf(start));
    List<Step> steps = reader.steps(rule);
    Experiment experiment = new ExperimentReader(rule, reader, steps).read(label.id());
    Plan.Manner manner = manner(scope.per());
    List<EventField> keeps = keeps(when, steps, experiment);
    return new Rule(label, life(), start, scope, new Plan(when, steps, manner, experiment, keeps));
  }

  private Rule.Label label() {
    return new Rule.Label(
        rule.kebab("id", 64),
        rule.number("version", 1, 1, Integer.MAX_VALUE),
        rule.text("name", null),
        rule.text("owner", null),
        rule.text("note", null));
  }

  private Life life() {
    Status status = rule.read("status", rule.text("status", "active"), Status::of);
    long from = instant("effectiveFrom", Long.MIN_VALUE);
    long to = instant("effectiveTo", Long.MAX_VALUE);
    if (from >= to) {
      throw rule.wrong("effectiveTo", "must be after effectiveFrom");
    }
    return new Life(status, from, to, existing());
  }

  private Life.Existing existing() {
    return switch (rule.text("existing", "enter")) {
      case "enter" -> Life.Existing.ENTER;
      case "fire" -> Life.Existing.FIRE;
      default -> throw rule.wrong("existing", "must be enter or fire");
    };
  }

  private long instant(String key, long absent) {
    return rule.has(key) ? rule.read(key, rule.text(key), Instants::millis) : absent;
  }

  private Start start(String id) {
    long starts = Stream.of("event", "becomes", "every").filter(rule::has).count();
    if (starts != 1) {
      throw rule.wrong("event", "a rule has exactly one start: event, becomes or every");
    }
    if (rule.has("event")) {
      EventSet events = events(rule, "event");
      if (events.isEmpty()) {
        throw rule.wrong("event", "must name at least one event");
      }
      return new Start.OnEvent(events, conditions.ofTheEvent(rule, "where"));
    }
    refuse("following");
    if (rule.has("every")) {
      Recurrence recurrence = rule.read("every", rule.text("every"), Recurrence::of);
      return new Start.OnDate(recurrence, conditions.all(rule, "where"));
    }
    refuse("where");
    return becoming(id, rule.text("becomes"));
  }

  private void refuse(String key) {
    if (rule.has(key)) {
      throw rule.wrong(key, "is about the event of a start, and this rule starts on none");
    }
  }

  /** Silence counts from the last activity even where that comes late; all else from now. */
  private Start becoming(String id, String text) {
    return SilenceCondition.is(text)
        ? new Start.Silence(rule.read("becomes", text, SilenceCondition::millis), Marks.of(id))
        : Start.Becoming.of(id, conditions.solvable(rule, "becomes", text));
  }

  private Rule.Scope scope(Start start, String id) {
    Per per = rule.read("per", rule.text("per", "customer"), Per::of);
    boolean fits =
        start instanceof Start.OnEvent
            || per == Per.CUSTOMER
            || start instanceof Start.Becoming && per.isOfTheCustomer();
    if (!fits) {
      String why = "must be customer where a rule starts on every or on inactivity";
      throw rule.wrong(
          "per",
          start instanceof Start.Becoming
              ? "cannot be " + per.label() + " where a rule starts on becomes"
              : why);
    }
    if (start instanceof Start.OnEvent && Collections.disjoint(eventsOf(start), per.events())) {
      throw rule.wrong("per", neverBegins(per, (Start.OnEvent) start));
    }
    return new Rule.Scope(per, restart(start), events(rule, "unless"), following(id));
  }

  /** The events that can begin a run; none where it is no event that does. */
  private static Set<EventName> eventsOf(Start start) {
    return start instanceof Start.OnEvent event ? event.events().possible() : Set.of();
  }

  private static String neverBegins(Per per, Start.OnEvent start) {
    return "no run would ever begin: %s never has the key %s. Events that can have it: %s"
        .formatted(start.events().words(), per.label(), Subjects.words(per.events()));
  }

  /** What moves the wait: by default what starts it. */
  private EventSet restart(Start start) {
    if (rule.texts("restart").equals(List.of("none"))) {
      return EventSet.NONE;
    }
    return !rule.has("restart") && start instanceof Start.OnEvent event
        ? event.events()
        : events(rule, "restart");
  }

  private Following following(String id) {
    if (!rule.has("following")) {
      return null;
    }
    Section following = rule.section("following");
    following.only("event", "within");
    EventSet events = events(following, "event");
    if (events.isEmpty()) {
      throw following.wrong("event", "is missing");
    }
    long within = following.millis("within", following.text("within"));
    if (within == 0) {
      throw following.wrong("within", "must be above 0");
    }
    return Following.of(id, events, within);
  }

  private Plan.Manner manner(Per per) {
    Purpose purpose =
        rule.read("purpose", rule.text("purpose", "marketing"), PolicyReader::purpose);
    return new Plan.Manner(
        purpose, again(per, purpose), quiet(purpose), rule.number("priority", 50, 0, 100));
  }

  private long again(Per per, Purpose purpose) {
    String absent = purpose == Purpose.SERVICE ? "always" : per == Per.CUSTOMER ? "24h" : "never";
    String again = rule.text("again", absent);
    return switch (again) {
      case "never" -> Long.MAX_VALUE;
      case "always" -> 0;
      default -> rule.read("again", again, Durations::millis);
    };
  }

  private Plan.Quiet quiet(Purpose purpose) {
    Plan.Quiet quiet =
        switch (rule.text("quietHours", "hold")) {
          case "hold" -> Plan.Quiet.HOLD;
          case "drop" -> Plan.Quiet.DROP;
          case "ignore" -> Plan.Quiet.IGNORE;
          default -> throw rule.wrong("quietHours", "must be hold, drop or ignore");
        };
    if (quiet == Plan.Quiet.IGNORE && !policy.quiet().ignorable().contains(purpose)) {
      throw rule.wrong(
          "quietHours",
          "must not be ignored by a rule of purpose "
              + PolicyReader.label(purpose)
              + ": the delivery policy does not list it under quietHoursIgnorable");
    }
    return quiet;
  }

  private EventSet events(Section section, String key) {
    Set<EventName> names = EnumSet.noneOf(EventName.class);
    Set<String> custom = new HashSet<>();
    for (String label : section.texts(key)) {
      if (conditions.declaredEvents().contains(label)) {
        custom.add(label);
      } else {
        names.add(section.read(key, label, conditions::event));
      }
    }
    return new EventSet(Set.copyOf(names), Set.copyOf(custom));
  }

  private static List<EventField> keeps(
      List<Condition<Facts>> when, List<Step> steps, Experiment experiment) {
    Keeps keeps = new Keeps();
    when.forEach(keeps::add);
    steps.forEach(keeps::add);
    if (experiment != null) {
      experiment.variants().forEach(variant -> variant.steps().forEach(keeps::add));
    }
    return keeps.fields();
  }
}
