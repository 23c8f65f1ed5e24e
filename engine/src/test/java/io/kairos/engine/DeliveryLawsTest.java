package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.Audiences.Customer;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.rule.Caps.Cap;
import io.kairos.engine.rule.Experiment;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Run;
import io.kairos.engine.rule.Status;
import io.kairos.engine.rule.Step;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What delivery keeps to, whatever the rules say and the customer does. */
@Domain(Audiences.class)
@Domain(DomainContext.Global.class)
class DeliveryLawsTest {
  private static final int HOLD_OFFS = 24;
  private static final Map<RuleText, RuleSet> READ = new ConcurrentHashMap<>();

  @Property(tries = 1000)
  void noCapIsEverExceededAndTheGapIsKept(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    List<Decision> counting =
        advanced(rules, customer).decisions().stream().filter(d -> counts(d, rules)).toList();

    for (Decision last : counting) {
      for (Cap cap : rules.policy().caps().all()) {
        assertThat(counting.stream().filter(d -> isWithin(d, last, cap.withinMillis())))
            .filteredOn(d -> cap.channel() == null || cap.channel().equals(channel(d, rules)))
            .as(cap.words())
            .hasSizeLessThanOrEqualTo(cap.most());
      }
      assertThat(counting.stream())
          .filteredOn(d -> isWithin(d, last, rules.policy().caps().gapMillis()))
          .as("gap")
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 1000)
  void nothingRingsInQuietHours(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    Naive naive = new Naive(rules.policy(), customer.events());

    for (Trigger sent : advanced(rules, customer).of(TriggerKind.SEND)) {
      Rule rule = rules.rule(sent.reference().rule());
      if (!rule.isRehearsed() && rule.manner().purpose() == Purpose.MARKETING) {
        assertThat(naive.isQuiet(sent.message().channel(), sent.times().releasedMillis()))
            .as("%s", sent)
            .isFalse();
      }
    }
  }

  @Property(tries = 1000)
  void nobodyIsSpokenToWithoutConsent(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    Naive naive = new Naive(rules.policy(), customer.events());

    for (Trigger sent : advanced(rules, customer).of(TriggerKind.SEND)) {
      if (rules.rule(sent.reference().rule()).manner().purpose() == Purpose.MARKETING) {
        assertThat(naive.isAllowed(sent.message().channel(), sent.times().releasedMillis()))
            .as("%s", sent)
            .isTrue();
      }
    }
  }

  @Property(tries = 1000)
  void whoIsHeldOutOfARuleNeverHearsOfIt(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    Heard heard = advanced(rules, customer);

    for (Decision heldOut : heard.decisions()) {
      if (heldOut.fate() == Fate.HELD_OUT) {
        assertThat(heard.sent(heldOut.run().rule())).isEmpty();
      }
    }
  }

  @Property(tries = 1000)
  void nobodyWhoIsHeldOutHearsOfMarketing(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    double everywhere = rules.policy().audience().holdout();

    for (Decision sent : sent(advanced(rules, customer))) {
      Rule rule = rules.rule(sent.run().rule());
      boolean everyone =
          rule.manner().purpose() == Purpose.MARKETING
              && Experiment.isHeldOut(customer.id(), Experiment.EVERYWHERE, everywhere);
      Experiment own = rule.plan().experiment();
      if (!rule.isRehearsed()) {
        assertThat(everyone || own != null && own.holdsOut(customer.id())).as("%s", sent).isFalse();
      }
    }
  }

  @Property(tries = 1000)
  void otherRunsOfAKeyAreHeldOffForAsLongAsTheRuleSays(
      @ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    Map<String, Decision> last = new HashMap<>();

    for (Decision sent : sent(advanced(rules, customer))) {
      Rule rule = rules.rule(sent.run().rule());
      Decision before = last.put(rule.id() + " " + sent.run().key(), sent);
      if (last.size() > HOLD_OFFS) {
        return; // what is remembered is bounded
      }
      if (before != null
          && !before.run().occasion().equals(sent.run().occasion())
          && !rule.isRehearsed()) {
        assertThat(sent.atMillis() - before.atMillis())
            .as("%s after %s", sent, before)
            .isGreaterThanOrEqualTo(rule.manner().againMillis());
      }
    }
  }

  private static List<Decision> sent(Heard heard) {
    return heard.decisions().stream().filter(decision -> decision.fate() == Fate.SENT).toList();
  }

  @Property(tries = 1000)
  void theSameCustomerAlwaysGetsTheSameVariant(@ForAll RuleText file, @ForAll Customer customer) {
    Map<String, String> drawn = new LinkedHashMap<>();
    for (Decision decision : advanced(parsed(file), customer).decisions()) {
      String variant = String.valueOf(decision.treatment().variant());
      String before = drawn.putIfAbsent(decision.run().rule(), variant);
      assertThat(before == null ? variant : before).isEqualTo(variant);
    }
  }

  @Property(tries = 1000)
  void theOrderOfTheFileSaysNothing(
      @ForAll RuleText file, @ForAll Customer customer, @ForAll @IntRange(max = 2) int seed) {
    Heard one = advanced(parsed(file), customer);
    Heard other = advanced(parsed(file.shuffled(new Random(seed))), customer);

    assertThat(other.triggers()).isEqualTo(one.triggers());
    assertThat(other.decisions())
        .usingRecursiveComparison()
        .ignoringFields("limit") // of several caps that are full the first in the file is named
        .isEqualTo(one.decisions());
  }

  /** Of one who stays: who moves west comes to a date of {@code every} again, with the same id. */
  @Property(tries = 1000)
  void everyStepOfEveryRunHasOneFateOrWaits(@ForAll RuleText file, @ForAll Customer customer) {
    RuleSet rules = parsed(file);
    Heard heard = advanced(rules, customer.staying());
    List<String> accounted = new ArrayList<>();
    Set<String> candidates = new TreeSet<>();
    Stream<Map.Entry<Run, String>> all =
        Stream.concat(
            heard.decisions().stream().map(d -> Map.entry(d.run(), d.step())),
            new CustomerEngine(rules, Story.SHOP, 0)
                .waiting(heard.state()).stream().map(c -> Map.entry(c.run(), c.step())));
    all.forEach(
        one -> {
          String run = one.getKey().rule() + " " + one.getKey().occasion();
          accounted.add(run + " " + one.getValue());
          for (Step step : rules.rule(one.getKey().rule()).steps(one.getKey())) {
            candidates.add(run + " " + step.id());
          }
        });

    assertThat(accounted).containsExactlyInAnyOrderElementsOf(candidates);
    assertThat(heard.of(TriggerKind.SEND))
        .extracting(sent -> sent.reference().id())
        .isEqualTo(
            heard.decisions().stream()
                .filter(d -> d.fate() == Fate.SENT)
                .map(Decision::id)
                .toList());
  }

  /** Messages that caps count: of marketing, sent or left out for comparison, of no shadow. */
  private static boolean counts(Decision decision, RuleSet rules) {
    Rule rule = rules.rule(decision.run().rule());
    boolean used = decision.fate() == Fate.SENT || decision.fate() == Fate.HELD_OUT;
    boolean real = !rule.isRehearsed() && rule.life().status() != Status.SHADOW;
    return used && real && rule.manner().purpose() == Purpose.MARKETING;
  }

  /** The channel that it took, or would have taken; null where several could have been. */
  private static String channel(Decision decision, RuleSet rules) {
    if (decision.fate() == Fate.SENT) {
      return decision.value();
    }
    Set<String> all = rules.rule(decision.run().rule()).channels();
    return all.size() == 1 ? all.iterator().next() : null;
  }

  private static boolean isWithin(Decision decision, Decision last, long millis) {
    long before = last.atMillis() - decision.atMillis();
    return decision == last || before >= 0 && before < millis;
  }

  private static RuleSet parsed(RuleText file) {
    return READ.computeIfAbsent(file, one -> RuleFile.parse(one.yaml(), Story.SHOP.currency()));
  }

  private static Heard advanced(RuleSet rules, Customer customer) {
    Heard heard = new Heard();
    CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    heard.ends(
        engine.advance(
            CustomerState.of(customer.id()), customer.events(), customer.horizonMillis(), heard));
    return heard;
  }
}
