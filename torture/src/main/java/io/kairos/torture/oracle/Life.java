package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A customer from the first event to the last, or to the erasure. */
final class Life {
  private static final int MOST_RUNS = 16;
  private static final int MOST_BYTES = 1024;

  private final WrittenRules rules;
  private final Profile profile;
  private final TriggerForm form;
  private final Delivery delivery;
  private final TakingBack takingBack;
  private final Consumer<Trigger> out;
  private final List<Run> open = new ArrayList<>();
  private final Set<WrittenRule> holding = new HashSet<>();
  private final Map<EventName, Long> heard = new EnumMap<>(EventName.class);

  Life(String customerId, OracleSetup setup, WrittenRules rules, Consumer<Trigger> out) {
    this.rules = rules;
    this.profile = new Profile(setup, rules.tiers());
    this.form = new TriggerForm(customerId, setup.currency(), profile);
    this.delivery = new Delivery(rules.policy());
    this.takingBack = new TakingBack(rules.policy().cancelForMillis());
    this.out = out;
  }

  /** Decides what comes due up to an instant, inclusive. */
  void passTo(long millis) {
    for (Optional<Candidate> next = due(millis); next.isPresent(); next = due(millis)) {
      decide(next.get());
    }
  }

  private Optional<Candidate> due(long millis) {
    return open.stream()
        .flatMap(
            run ->
                run.waiting().stream()
                    .map(step -> new Candidate(run, step, run.releaseOf(step, profile))))
        .filter(candidate -> candidate.atMillis() <= millis)
        .min(Candidate.ORDER);
  }

  private void decide(Candidate candidate) {
    delivery
        .ask(candidate, profile)
        .ifPresent(
            way -> {
              Sent message = new Sent(candidate.run(), form.send(candidate, way));
              delivery.went(message);
              takingBack.went(message);
              out.accept(message.trigger());
            });
    candidate.run().decide(candidate.step());
    close();
  }

  private void close() {
    open.removeIf(run -> run.waiting().isEmpty());
  }

  /** Applies an event at its position; what comes due before it has been decided. */
  void hear(Happening happening) {
    if (!profile.admits(happening)) {
      return;
    }
    long now = happening.positionMillis();
    List<Occurrence> occurred = profile.hear(happening);
    takingBack.onEvents(occurred, now, form).forEach(out);
    occurred.forEach(this::end);
    occurred.forEach(this::move);
    rules.rules().forEach(rule -> begin(rule, occurred, now));
    rules.rules().forEach(rule -> become(rule, now));
    occurred.forEach(o -> heard.merge(o.name(), o.timeMillis(), Math::max));
  }

  /** Takes back what is valid. */
  void erase(long nowMillis) {
    takingBack.onErasure(nowMillis, form).forEach(out);
  }

  private void end(Occurrence occurrence) {
    open.removeIf(
        run ->
            run.rule().course().unless().contains(occurrence.name())
                && run.rule().start().per().concerns(occurrence, run.key()));
  }

  private void move(Occurrence occurrence) {
    for (Run run : open) {
      if (run.rule().course().restart().contains(occurrence.name())
          && run.rule().start().per().concerns(occurrence, run.key())
          && counts(run.rule(), occurrence)) {
        run.restart(occurrence.timeMillis());
      }
    }
  }

  /** A start event of which {@code where} does not hold is none. */
  private boolean counts(WrittenRule rule, Occurrence occurrence) {
    return !rule.start().events().contains(occurrence.name())
        || rule.start().where() == null
        || rule.start().where().holds(profile.at(occurrence.fields()));
  }

  private void begin(WrittenRule rule, List<Occurrence> occurred, long now) {
    for (int i = 0; i < occurred.size(); i++) {
      Occurrence start = occurred.get(i);
      Optional<String> key = rule.start().per().startKey(start);
      if (rule.start().events().contains(start.name())
          && key.isPresent()
          && counts(rule, start)
          && follows(rule.start().following(), start)
          && !isOpen(rule, key.get())
          && !ends(rule, key.get(), occurred.subList(i + 1, occurred.size()))) {
        String occasion = key.get() + "@" + Hashes.start(start.moment().start());
        begin(new Run(rule, key.get(), occasion, start.timeMillis(), start.fields()), now);
      }
    }
  }

  private boolean follows(WrittenRule.Following following, Occurrence start) {
    return following == null
        || following.events().stream()
            .filter(heard::containsKey)
            .map(name -> start.timeMillis() - heard.get(name))
            .anyMatch(ago -> ago >= 0 && ago <= following.withinMillis());
  }

  private boolean isOpen(WrittenRule rule, String key) {
    return open.stream().anyMatch(run -> run.rule() == rule && run.key().equals(key));
  }

  /** What begins and ends with one event never began. */
  private static boolean ends(WrittenRule rule, String key, List<Occurrence> later) {
    return later.stream()
        .anyMatch(
            o -> rule.course().unless().contains(o.name()) && rule.start().per().concerns(o, key));
  }

  private void become(WrittenRule rule, long now) {
    Demand condition = rule.start().becomes();
    if (condition == null) {
      return;
    }
    if (!condition.holds(profile)) {
      holding.remove(rule);
    } else if (holding.add(rule) && !isOpen(rule, "")) {
      begin(new Run(rule, "", "@" + Instant.ofEpochMilli(now), now, Map.of()), now);
    }
  }

  /** A step whose release has passed by then sends nothing. */
  private void begin(Run run, long now) {
    run.waiting().stream().filter(step -> run.releaseOf(step, profile) < now).forEach(run::decide);
    open.add(run);
    close();
    boolean crowded = open.size() > MOST_RUNS / 4 && bytes() > MOST_BYTES;
    if (open.size() > MOST_RUNS || crowded) {
      throw new NotCovered("so many open runs of a customer: " + open.size());
    }
  }

  private int bytes() {
    return open.stream().mapToInt(Run::bytes).sum();
  }
}
