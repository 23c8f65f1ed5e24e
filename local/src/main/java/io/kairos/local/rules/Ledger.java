package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that is declared: the base file, and every version that the rules topic holds. */
public final class Ledger {
  private final BaseRules base;
  private final Map<DeclarationId, History> histories = new LinkedHashMap<>();

  private Ledger(BaseRules base) {
    this.base = base;
  }

  /**
   * The fold of the topic over the base file.
   *
   * @param records in the order of the topic
   */
  public static Ledger of(BaseRules base, Collection<Published> records) {
    Ledger ledger = new Ledger(base);
    base.revisions().forEach(revision -> ledger.add(Published.ofBase(revision)));
    records.forEach(ledger::add);
    return ledger;
  }

  /** The rule file under it. */
  BaseRules base() {
    return base;
  }

  /** What the topic holds, in the order in which it takes effect. */
  List<Published> records() {
    return histories.values().stream()
        .flatMap(history -> history.versions().stream())
        .filter(one -> !one.isOfBase())
        .sorted(
            Comparator.comparing(Published::effectiveAt)
                .thenComparing(Published::appended)
                .thenComparing(one -> one.revision().id()))
        .toList();
  }

  /** The same ledger with more records. */
  Ledger with(Collection<Published> more) {
    return of(base, Stream.concat(records().stream(), more.stream()).toList());
  }

  private void add(Published published) {
    History known = histories.get(published.revision().id());
    if (known == null) {
      histories.put(published.revision().id(), new History(published));
    } else {
      known.add(published);
    }
  }

  /** The base file's in its order, then the topic's in the order in which they came. */
  Collection<History> histories() {
    return histories.values();
  }

  /** Empty for what was never declared. */
  public Optional<History> history(DeclarationId id) {
    return Optional.ofNullable(histories.get(id));
  }

  /** The version that a new one would follow; empty for what was never declared. */
  Optional<Published> latest(DeclarationId id) {
    return history(id).map(History::latest);
  }

  /** The number of a version to come. */
  int next(DeclarationId id) {
    return history(id).map(History::next).orElse(1);
  }

  /** The pause of all rules; empty if they are not. */
  Optional<Published> pauseOfAll(Instant at) {
    return history(DeclarationId.KILL_SWITCH)
        .flatMap(kill -> kill.inForce(at))
        .filter(kill -> kill.revision().status() == Status.PAUSED);
  }

  /** The rule file that says the same as everything in force at an instant. */
  String document(Instant at) {
    return document(at, List.of());
  }

  /** The same with some versions in it, whenever they hold. */
  String document(Instant at, Collection<Revision> always) {
    return Composition.of(base.text(), Stream.concat(inForce(at), always.stream()).toList());
  }

  /** The model file in force at an instant. */
  String model(Instant at) {
    return inForce(at)
        .filter(one -> one.id().equals(DeclarationId.MODEL) && one.status() != Status.WITHDRAWN)
        .map(Revision::body)
        .filter(body -> !body.isBlank())
        .findFirst()
        .orElseGet(base::model);
  }

  /** What the topic puts in place of the base file's; what is over counts as withdrawn. */
  private Stream<Revision> inForce(Instant at) {
    return histories.values().stream()
        .flatMap(history -> history.inForce(at).stream())
        .filter(one -> !one.isOfBase() || one.isOver(at))
        .map(one -> one.isOver(at) ? one.revision().as(Status.WITHDRAWN) : one.revision());
  }

  /** The instants from one on at which what is declared changes, that one included. */
  List<Instant> changesFrom(Instant first) {
    TreeSet<Instant> instants = new TreeSet<>();
    instants.add(first);
    for (History history : histories.values()) {
      for (Published one : history.pending(first)) {
        instants.add(one.effectiveAt());
      }
      history
          .versions()
          .forEach(one -> one.revision().terms().period().to().ifPresent(instants::add));
    }
    return List.copyOf(instants.tailSet(first));
  }
}
