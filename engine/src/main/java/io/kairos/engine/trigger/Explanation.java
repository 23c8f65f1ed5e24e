package io.kairos.engine.trigger;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Finding;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.rule.Per;
import io.kairos.engine.rule.Start;
import io.kairos.engine.segment.Tier;
import io.kairos.engine.segment.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says why a candidate's message goes out: what was seen, against which limits. */
final class Explanation {
  private final Amounts amounts;
  private final TierLadder ladder;
  private final List<String> parts = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();

  Explanation(Amounts amounts, TierLadder ladder) {
    this.amounts = amounts;
    this.ladder = ladder;
  }

  Trigger.Why of(Candidate candidate, Facts facts) {
    CustomerProfile profile = facts.profile();
    subject(candidate, facts);
    timing(candidate, profile);
    boolean cartTold = candidate.rule().scope().per() == Per.CART;
    findings(candidate.rule().when(), facts, cartTold);
    findings(candidate.message().when(), facts, cartTold);
    String sentence = String.join("; ", parts);
    String reason = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    return new Trigger.Why(reason, List.copyOf(evidence));
  }

  private void findings(List<Condition<Facts>> conditions, Facts facts, boolean cartTold) {
    for (Condition<Facts> condition : conditions) {
      for (Finding finding : condition.findings(facts)) {
        finding(finding, cartTold);
      }
    }
  }

  private void subject(Candidate candidate, Facts facts) {
    CustomerProfile profile = facts.profile();
    if (candidate.rule().start() instanceof Start.Silence silence) {
      long idle = profile.activity().idleMillis(candidate.atMillis());
      parts.add("no activity for " + Spell.of(idle));
      evidence.add(new Evidence("activity.idle", Spell.of(idle), Spell.of(silence.millis())));
    } else if (candidate.rule().start() instanceof Start.Becoming becoming) {
      became(candidate, becoming, facts);
    } else if (candidate.rule().scope().per() == Per.CART) {
      cart(profile);
    } else if (candidate.rule().scope().per() == Per.TIER) {
      tier(facts);
    } else {
      began(candidate, profile);
    }
  }

  /** What became true, with its values if it still is. */
  private void became(Candidate candidate, Start.Becoming becoming, Facts facts) {
    if (becoming.condition().test(facts).holds()) {
      becoming.condition().findings(facts).forEach(finding -> finding(finding, false));
    } else {
      Instant since = Instant.ofEpochMilli(candidate.run().anchorMillis());
      parts.add(becoming.condition().source() + " became true at " + since);
    }
  }

  /** What began the run: an event by its name, or a date. */
  private void began(Candidate candidate, CustomerProfile profile) {
    Start start = candidate.rule().start();
    String key = candidate.run().named() ? candidate.run().key() : "";
    if (start instanceof Start.OnDate date) {
      parts.add("it is the customer's date: " + date.recurrence().label());
    } else {
      String about =
          key.isEmpty() ? "" : " of " + candidate.rule().scope().per().label() + " " + key;
      parts.add("event " + ((Start.OnEvent) start).events().words() + about);
    }
  }

  private void cart(CustomerProfile profile) {
    long count = profile.cart().count();
    String items = count + (count == 1 ? " item" : " items");
    String worth = amounts.text(profile.cart().valueMinor());
    parts.add("cart of " + items + " worth " + worth + " left behind");
    evidence.add(new Evidence("cart.value", amounts.plain(profile.cart().valueMinor()), null));
  }

  private void tier(Facts facts) {
    long average = facts.monthlyAverageMinor();
    long orders = facts.ordersInSixMonths();
    Tier tier = Tier.of(facts.groups().tier());
    parts.add(
        "tier is now %s: %s a month over 6 months in %d orders"
            .formatted(tier.label(), amounts.text(average), orders));
    String limit = ladder.rung(tier).map(r -> amounts.plain(r.monthlyAverageMinor())).orElse(null);
    String least = ladder.rung(tier).map(r -> "" + r.orders()).orElse(null);
    evidence.add(new Evidence("spending.monthlyAverage", amounts.plain(average), limit));
    evidence.add(new Evidence("orders.in6Months", "" + orders, least));
  }

  private void timing(Candidate candidate, CustomerProfile profile) {
    long after = candidate.message().waiting().afterMillis();
    long idle = candidate.message().waiting().idleMillis();
    if (after > 0) {
      String waited = Spell.of(candidate.atMillis() - candidate.run().anchorMillis());
      boolean cart = candidate.rule().scope().per() == Per.CART;
      parts.add(cart ? "nothing happened to it for " + waited : waited + " have passed since");
      evidence.add(new Evidence("waited", waited, Spell.of(after)));
    }
    if (idle > 0) {
      String quiet = Spell.of(profile.activity().idleMillis(candidate.atMillis()));
      parts.add("customer inactive for " + quiet);
      evidence.add(new Evidence("activity.idle", quiet, Spell.of(idle)));
    }
  }

  private void finding(Finding finding, boolean cartTold) {
    evidence.add(new Evidence(finding.subject(), finding.value(), finding.demand()));
    if (!cartTold || !finding.subject().startsWith("cart.")) {
      parts.add(Phrase.of(finding));
    }
  }
}
