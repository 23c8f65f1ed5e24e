package io.kairos.engine.delivery;

import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Person;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Condition;
import io.kairos.engine.rule.Policy;
import io.kairos.engine.rule.Variable;
import io.kairos.engine.trigger.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gates of delivery, in the order in which they are asked. */
record Gates(Policy policy, Amounts amounts) {

  /** The first that speaks against the candidate. */
  Optional<Verdict> ask(Candidate candidate, CustomerProfile profile, History history) {
    List<Gate> inOrder = List.of(this::when, this::consent, Gates::again);
    for (Gate gate : inOrder) {
      Optional<Verdict> verdict = gate.ask(candidate, profile, history);
      if (verdict.isPresent()) {
        return verdict;
      }
    }
    return Optional.empty();
  }

  /** The first channel of the rule that the customer allows and can be reached on. */
  Optional<String> channel(Candidate candidate, Person person) {
    return candidate.rule().send().channels().stream()
        .filter(channel -> allowed(channel, person) && reachable(channel, person))
        .findFirst();
  }

  private Optional<Verdict> when(Candidate candidate, CustomerProfile profile, History history) {
    for (Condition condition : candidate.rule().when()) {
      if (!condition.holds(profile)) {
        Variable variable = condition.variable();
        String value = variable.label() + " = " + amounts.text(variable, variable.of(profile));
        String limit =
            condition.comparison().symbol() + " " + amounts.text(variable, condition.limit());
        return Optional.of(new Verdict(Fate.CONDITION, value, limit));
      }
    }
    return Optional.empty();
  }

  private Optional<Verdict> consent(Candidate candidate, CustomerProfile profile, History history) {
    if (channel(candidate, profile.person()).isPresent()) {
      return Optional.empty();
    }
    List<String> channels = candidate.rule().send().channels();
    boolean allowed = channels.stream().anyMatch(c -> allowed(c, profile.person()));
    return Optional.of(
        new Verdict(
            allowed ? Fate.UNREACHABLE : Fate.NO_CONSENT, String.join(", ", channels), null));
  }

  private static Optional<Verdict> again(
      Candidate candidate, CustomerProfile profile, History history) {
    return history
        .heldOffUntil(candidate.run(), candidate.atMillis())
        .map(
            until ->
                new Verdict(
                    Fate.AGAIN,
                    candidate.run().key(),
                    until == Long.MAX_VALUE ? "never" : Instant.ofEpochMilli(until).toString()));
  }

  private boolean allowed(String channel, Person person) {
    Boolean word = person.consents().get(channel);
    if (word != null) {
      return word;
    }
    return !policy.consentNeeded().contains(channel) || policy.consentAssumed().contains(channel);
  }

  private static boolean reachable(String channel, Person person) {
    return person.reachable().getOrDefault(channel, true);
  }
}
