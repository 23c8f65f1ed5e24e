package io.kairos.torture.oracle;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.flink.operator.TriggerRecords;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The same log through the engine itself, with the job's reader before it and the job's records
 * behind it; and, where a test wants to see the comparison fail, with something bent on the way.
 */
final class EngineSide {
  private static final long FUTURE_MILLIS = 300_000;
  private static final long PUBLISH_EVERY_MILLIS = 60_000;

  private final OracleSetup setup;
  private final Distortion distortion;
  private final CustomerEngine engine;
  private final WireReader reader;
  private final Cleaning cleaning;

  EngineSide(OracleSetup setup, Distortion distortion) {
    this.setup = setup;
    this.distortion = distortion;
    this.engine =
        new CustomerEngine(
            RuleFile.parse(distortion.rules(setup.ruleFile()), setup.currency()),
            new Shop(setup.currency(), setup.shopZone()),
            PUBLISH_EVERY_MILLIS);
    this.reader = new WireReader(distortion.lateness(setup.latenessMillis()));
    this.cleaning = new Cleaning(setup.currency(), FUTURE_MILLIS);
  }

  /** All triggers of a log, customer by customer. */
  List<Trigger> triggers(List<LoggedRecord> log) {
    Map<String, List<Event>> customers = new TreeMap<>();
    for (LoggedRecord logged : distortion.log(log)) {
      read(logged)
          .filter(event -> cleaning.check(event).isEmpty())
          .filter(event -> event.positionMillis() <= setup.untilMillis())
          .ifPresent(
              event ->
                  customers
                      .computeIfAbsent(event.customerId(), id -> new ArrayList<>())
                      .add(event));
    }
    Heard heard = new Heard();
    customers.forEach((customer, events) -> live(customer, events, heard));
    return distortion.said(heard.triggers);
  }

  private void live(String customer, List<Event> events, Heard heard) {
    events.sort(distortion.order());
    CustomerState state = CustomerState.of(customer);
    if (distortion.firesBeforeTheEventsOfAnInstant()) {
      for (Event event : events) {
        state = engine.advance(state, List.of(), event.positionMillis(), heard);
        state = engine.advance(state, List.of(event), event.positionMillis(), heard);
      }
      engine.advance(state, List.of(), setup.untilMillis(), heard);
    } else {
      engine.advance(state, events, setup.untilMillis(), heard);
    }
  }

  private Optional<Event> read(LoggedRecord logged) {
    try {
      Origin origin = Origin.valueOf(logged.topic().toUpperCase(Locale.ROOT));
      return Optional.of(reader.read(origin, logged.value(), logged.appendMillis()));
    } catch (UnreadableRecord deadLetter) {
      return Optional.empty();
    }
  }

  private static final class Heard implements Outputs {
    private final TriggerRecords records = new TriggerRecords(Mode.LIVE);
    private final List<Trigger> triggers = new ArrayList<>();

    @Override
    public void trigger(io.kairos.engine.trigger.Trigger trigger) {
      triggers.add(records.trigger(trigger));
    }

    @Override
    public void decision(Decision decision) {}

    @Override
    public void profile(Snapshot profile) {}

    @Override
    public void erased(String customerId) {}

    @Override
    public void refused(Event event, RejectionReason reason) {}

    @Override
    public void behind(Event event) {}
  }
}
