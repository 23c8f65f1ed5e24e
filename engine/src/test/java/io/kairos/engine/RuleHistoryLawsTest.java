package io.kairos.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.Audiences.Customer;
import io.kairos.engine.event.Event;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Where rules change, too, the answer is a function of events and declarations alone. */
@Domain(Audiences.class)
@Domain(DomainContext.Global.class)
class RuleHistoryLawsTest {

  @Property(tries = 200)
  void storedStepsOfTheHorizonGiveTheSame(
      @ForAll RuleText file, @ForAll Customer customer, @ForAll long seed) {
    Random random = new Random(seed);
    RuleHistory rules = changing(file, customer, random);

    assertThat(
            told(
                stepped(
                    rules,
                    customer,
                    cuts(customer, random),
                    state -> CustomerState.fromBytes(state.toBytes()))))
        .isEqualTo(told(stepped(rules, customer, List.of(), state -> state)));
  }

  /** As the job does: a timer for the next deadline, and none for anything else. */
  @Property(tries = 100)
  void wakingAtTheNextDeadlineMissesNothing(
      @ForAll RuleText file, @ForAll Customer customer, @ForAll long seed) {
    RuleHistory rules = changing(file, customer, new Random(seed));
    CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    Heard heard = new Heard();
    CustomerState state = CustomerState.of(customer.id());
    for (List<Event> events : byInstant(customer)) {
      long position = events.get(0).positionMillis();
      state = engine.advance(woken(engine, state, position - 1, heard), events, position, heard);
    }
    heard.ends(woken(engine, state, customer.horizonMillis(), heard));

    assertThat(told(heard)).isEqualTo(told(stepped(rules, customer, List.of(), s -> s)));
  }

  private static Collection<List<Event>> byInstant(Customer customer) {
    return customer.events().stream()
        .collect(groupingBy(Event::positionMillis, TreeMap::new, toList()))
        .values();
  }

  private static CustomerState woken(
      CustomerEngine engine, CustomerState state, long horizon, Heard heard) {
    CustomerState next = state;
    long deadline = engine.nextDeadline(next);
    while (deadline <= horizon) {
      next = engine.advance(next, List.of(), deadline, heard);
      assertThat(engine.nextDeadline(next)).isGreaterThan(deadline);
      deadline = engine.nextDeadline(next);
    }
    return next;
  }

  /** The rules of a file with some changes on top, in whatever order they are added. */
  private static RuleHistory changing(RuleText file, Customer customer, Random random) {
    RuleHistory rules =
        RuleHistory.of(file.yaml(), ModelFile.defaults(), Story.SHOP.currency(), Set.of());
    for (int version = 2 + random.nextInt(5); version > 1; version--) {
      try {
        rules.add(change(random, version), instant(customer, random));
      } catch (RuleFileException doesNotFit) {
        assertThat(doesNotFit.problems()).isNotEmpty();
      }
    }
    return rules;
  }

  private static Declaration change(Random random, int version) {
    long to = Long.MAX_VALUE;
    String id = "r" + random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0 -> new Declaration(Kind.RULE, id, version, Status.PAUSED, "", to);
      case 1 -> new Declaration(Kind.RULE, id, version, Status.WITHDRAWN, "", to);
      case 2 -> {
        Status status = random.nextBoolean() ? Status.PAUSED : Status.ACTIVE;
        yield new Declaration(Kind.POLICY, Declaration.KILL_SWITCH, version, status, "", to);
      }
      case 3 -> {
        String body = new RuleTexts(random).file().delivery();
        yield new Declaration(Kind.POLICY, "delivery", version, Status.ACTIVE, body, to);
      }
      case 4 -> {
        String body =
            "[{id: lookers, when: activity.viewsIn30Days >= "
                + random.nextInt(6)
                + "}, {id: buyers, when: orders.count >= 2}]";
        yield new Declaration(Kind.SEGMENT, "segments", version, Status.ACTIVE, body, to);
      }
      case 5 -> {
        String body = random.nextBoolean() ? "{books: lamp}" : "{tea: '', garden: hose}";
        yield new Declaration(Kind.TABLE, "goes-with", version, Status.ACTIVE, body, to);
      }
      default -> {
        String existing = random.nextBoolean() ? "{existing: fire, id" : "{id";
        String body = new RuleTexts(random).rule(id).replace("{id", existing);
        yield new Declaration(Kind.RULE, id, version, Status.ACTIVE, body, to);
      }
    };
  }

  private static List<Long> cuts(Customer customer, Random random) {
    List<Long> cuts = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      cuts.add(instant(customer, random));
    }
    return cuts.stream().sorted().toList();
  }

  /** Some instant in the customer's time, often just before, at or after an event. */
  private static long instant(Customer customer, Random random) {
    List<Event> events = customer.events();
    long start = events.isEmpty() ? 0 : events.get(0).positionMillis();
    long span = customer.horizonMillis() - start + 1;
    return events.isEmpty() || random.nextBoolean()
        ? start + (long) (random.nextDouble() * span)
        : events.get(random.nextInt(events.size())).positionMillis() + random.nextInt(3) - 1;
  }

  private static Heard stepped(
      RuleHistory rules, Customer customer, List<Long> cuts, UnaryOperator<CustomerState> between) {
    Heard heard = new Heard();
    CustomerEngine engine = new CustomerEngine(rules, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    CustomerState state = CustomerState.of(customer.id());
    List<Long> horizons = new ArrayList<>(cuts);
    horizons.add(customer.horizonMillis());
    int taken = 0;
    for (long horizon : horizons) {
      int from = taken;
      while (taken < customer.events().size()
          && customer.events().get(taken).positionMillis() <= horizon) {
        taken++;
      }
      List<Event> next = customer.events().subList(from, taken);
      state = engine.advance(between.apply(state), next, horizon, heard);
    }
    heard.ends(state);
    return heard;
  }

  /** All that was said and kept, as text. */
  private static String told(Heard heard) {
    StringBuilder all = new StringBuilder();
    heard.triggers().forEach(trigger -> all.append(trigger).append('\n'));
    heard.decisions().forEach(decision -> all.append(decision).append('\n'));
    for (Snapshot snapshot : heard.profiles()) {
      Packer packed = new Packer();
      snapshot.facts().profile().pack(packed);
      all.append(snapshot.facts().nowMillis()).append(HexFormat.of().formatHex(packed.toBytes()));
      all.append(snapshot.standing()).append(snapshot.openRuns()).append('\n');
    }
    return all.append(HexFormat.of().formatHex(heard.state().toBytes())).toString();
  }
}
