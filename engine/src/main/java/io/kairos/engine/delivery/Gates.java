package io.kairos.engine.delivery;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.Word;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The gates of delivery, in the order in which they are asked. */
record Gates(Policy policy) {

  /** The first that speaks against the candidate. */
  Optional<Verdict> ask(Candidate candidate, Facts facts, History history) {
    List<Gate> inOrder =
        List.of(Gates::person, Gates::when, Gates::aCase, this::consent, Gates::again);
    for (Gate gate : inOrder) {
      Optional<Verdict> verdict = gate.ask(candidate, facts, history);
      if (verdict.isPresent()) {
        return verdict;
      }
    }
    return Optional.empty();
  }

  /** The first channel of the rule that the customer allows and can be reached on. */
  Optional<String> channel(Case chosen, Person person) {
    return chosen.channels().stream()
        .filter(channel -> allowed(channel, person) && reachable(channel, person))
        .findFirst();
  }

  /** No message goes to what is no person: its events come too fast. */
  private static Optional<Verdict> person(Candidate candidate, Facts facts, History history) {
    return facts.profile().behaviour().rate().isBot(candidate.atMillis())
        ? Optional.of(new Verdict(Fate.BOT, null, null))
        : Optional.empty();
  }

  private static Optional<Verdict> when(Candidate candidate, Facts facts, History history) {
    return Stream.concat(candidate.rule().when().stream(), candidate.message().when().stream())
        .map(condition -> condition.failure(facts))
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            failed ->
                new Verdict(
                    Fate.CONDITION, failed.subject() + " = " + failed.value(), failed.demand()));
  }

  /** Whether any way of sending holds. */
  private static Optional<Verdict> aCase(Candidate candidate, Facts facts, History history) {
    return candidate.message().caseOf(facts).isPresent()
        ? Optional.empty()
        : Optional.of(new Verdict(Fate.NO_CASE, null, null));
  }

  private Optional<Verdict> consent(Candidate candidate, Facts facts, History history) {
    Person person = facts.profile().person();
    Case chosen = candidate.message().caseOf(facts).orElseThrow();
    if (channel(chosen, person).isPresent()) {
      return Optional.empty();
    }
    List<String> channels = chosen.channels();
    boolean allowed = channels.stream().anyMatch(c -> allowed(c, person));
    return Optional.of(
        new Verdict(
            allowed ? Fate.UNREACHABLE : Fate.NO_CONSENT, String.join(", ", channels), null));
  }

  private static Optional<Verdict> again(Candidate candidate, Facts facts, History history) {
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
    return person
        .word(channel, Purpose.MARKETING)
        .map(Word::granted)
        .orElse(
            !policy.consentNeeded().contains(channel) || policy.consentAssumed().contains(channel));
  }

  private static boolean reachable(String channel, Person person) {
    return person.reach(channel).orElse(true);
  }
}
