package io.kairos.flink.operator;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Trigger;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Mode;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What must come out: all events of a customer, sorted by their place in the order, through the
 * loop in one go. No Flink, no watermark, no state in bytes.
 */
final class Oracle implements Outputs {
  private final TriggerRecords records = new TriggerRecords(Mode.REPLAY);
  private final ProfileRecords profiles;
  private final Said said = new Said();
  private final Map<String, List<String>> published = new TreeMap<>();

  private Oracle(KairosConfig config) {
    this.profiles = new ProfileRecords(config.decisions());
  }

  static Said of(List<List<Logged>> partitions, KairosConfig config) {
    Oracle oracle = new Oracle(config);
    long end = config.time().endMillis();
    oracle.run(
        partitions, config, end, (engine, state) -> oracle.profile(engine.snapshot(state, end)));
    return oracle.said;
  }

  /** Every profile of each customer that is due to be published up to an instant, in order. */
  static Map<String, List<String>> published(
      List<List<Logged>> partitions, KairosConfig config, long untilMillis) {
    Oracle oracle = new Oracle(config);
    oracle.run(partitions, config, untilMillis, (engine, state) -> {});
    return oracle.published;
  }

  private void run(
      List<List<Logged>> partitions,
      KairosConfig config,
      long end,
      BiConsumer<CustomerEngine, CustomerState> atTheEnd) {
    CustomerEngine engine =
        new CustomerEngine(
            config.decisions().rules(),
            config.decisions().shop(),
            config.output().publishEveryMillis());
    Map<String, List<Event>> byCustomer =
        partitions.stream()
            .flatMap(List::stream)
            .map(Logged::event)
            .sorted(Event.ORDER)
            .collect(Collectors.groupingBy(Event::customerId, TreeMap::new, Collectors.toList()));
    byCustomer.forEach(
        (customer, events) -> {
          events.removeIf(event -> event.positionMillis() > end);
          atTheEnd.accept(engine, engine.advance(CustomerState.of(customer), events, end, this));
        });
  }

  @Override
  public void trigger(Trigger trigger) {
    said.addTriggers(List.of(records.trigger(trigger)));
  }

  @Override
  public void decision(Decision decision) {
    said.decision().accept(records.decision(decision));
  }

  @Override
  public void profile(Snapshot snapshot) {
    Profile profile = profiles.profile(snapshot);
    said.addProfile(profile);
    published
        .computeIfAbsent(profile.getCustomerId(), any -> new ArrayList<>())
        .add(PlainJson.of(profile));
  }

  @Override
  public void erased(String customerId) {
    throw new AssertionError("nobody is erased here");
  }

  @Override
  public void refused(Event event, RejectionReason reason) {}

  @Override
  public void behind(Event event) {
    throw new AssertionError("an event behind " + event);
  }
}
