package io.kairos.engine.delivery;

import io.kairos.engine.delivery.DeliveryStage.Customer;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Person;
import io.kairos.engine.profile.Word;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Case;
import io.kairos.engine.rule.Plan;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Status;
import java.util.Optional;

/**
 * What the gates are asked about.
 *
 * @param facts the customer at the release, asked about the event that began the run
 */
record Question(Candidate candidate, String customerId, Facts facts, History history, RuleSet set) {

  static Question of(Candidate candidate, Customer customer, History history, RuleSet set) {
    Facts facts = customer.facts().about(candidate.run().kept());
    return new Question(candidate, customer.id(), facts, history, set);
  }

  long now() {
    return candidate.atMillis();
  }

  Plan.Manner manner() {
    return candidate.rule().manner();
  }

  /** Whether it is for testers only, who are asked nothing but their consent. */
  boolean isRehearsed() {
    return candidate.rule().isRehearsed();
  }

  /** Whether it is decided on and nothing more: nothing goes out or is used up. */
  boolean isShadow() {
    return candidate.rule().life().status() == Status.SHADOW;
  }

  boolean isMarketing() {
    return manner().purpose() == Purpose.MARKETING;
  }

  /** What goes out; nothing where no case holds. */
  Optional<Case> chosen() {
    return candidate.message().caseOf(facts);
  }

  /** The first channel of a case that the customer allows and can be reached on. */
  Optional<String> channel(Case one) {
    for (String channel : one.channels()) {
      if (isAllowed(channel) && isReachable(channel)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  /** The channel that it would go out on now; where there is none, the first that is named. */
  String likelyChannel() {
    Optional<Case> chosen = chosen();
    return chosen
        .flatMap(this::channel)
        .orElseGet(() -> chosen.orElse(candidate.message().cases().get(0)).channels().get(0));
  }

  boolean isAllowed(String channel) {
    Purpose purpose = manner().purpose();
    return person()
        .word(channel, purpose)
        .map(Word::granted)
        .orElseGet(() -> isAllowedUnsaid(channel, purpose));
  }

  /** No marketing where a denial might have been said that there was no room to keep. */
  private boolean isAllowedUnsaid(String channel, Purpose purpose) {
    return (purpose == Purpose.SERVICE || person().keepsWordsOn(channel))
        && set.policy().consents().allowsUnsaid(channel, purpose);
  }

  private boolean isReachable(String channel) {
    return person().reach(channel).orElse(true);
  }

  private Person person() {
    return facts.profile().person();
  }
}
