package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Alert.Rule;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Brings a customer's profile up to date with each event, and alerts: of what an event says at
 * once, of what a silence says at the next event or the next minute, whichever is first.
 */
final class ProfileProcessor implements Processor<String, ShopEvent, String, Alert> {
  private final Runnable processed;
  private ProcessorContext<String, Alert> context;
  private KeyValueStore<String, Profile> profiles;
  private Checks checks;

  /**
   * @param processed told of each event
   */
  ProfileProcessor(Runnable processed) {
    this.processed = processed;
  }

  @Override
  public void init(ProcessorContext<String, Alert> given) {
    context = given;
    profiles = context.getStateStore(ProfileStores.PROFILES);
    checks = new Checks(context.getStateStore(ProfileStores.CHECKS));
    context.schedule(Duration.ofMinutes(1), PunctuationType.STREAM_TIME, this::check);
  }

  @Override
  public void process(Record<String, ShopEvent> record) {
    ShopEvent event = record.value();
    Profile profile =
        Objects.requireNonNullElseGet(
            profiles.get(record.key()), () -> Profile.newBuilder().build());
    alertOfSilence(profile, record.key(), event.time);
    Activity.apply(profile, event);
    Browsing.apply(profile, event);
    Cart.apply(profile, event);
    if (Spending.apply(profile, event)) {
      long spent = Spending.ofLastDays(profile, Limits.dayOf(event.time));
      forward(new Alert(record.key(), Rule.VIP, event.time, spent));
    }
    checks.file(record.key(), profile);
    profiles.put(record.key(), profile);
    processed.run();
  }

  private void check(long now) {
    for (String customerId : checks.take(now)) {
      Profile profile = profiles.get(customerId);
      profile.setCheckAt(0);
      alertOfSilence(profile, customerId, now);
      checks.file(customerId, profile);
      profiles.put(customerId, profile);
    }
  }

  /** Alerts of what was due before an instant. */
  private void alertOfSilence(Profile profile, String customerId, long now) {
    long left = Cart.dueAt(profile);
    if (left != 0 && left < now) {
      profile.setCartAlerted(true);
      forward(new Alert(customerId, Rule.CART_ABANDONED, left, Cart.value(profile)));
    }
    long dormant = Activity.dueAt(profile);
    if (dormant != 0 && dormant < now) {
      profile.setDormant(true);
      forward(new Alert(customerId, Rule.DORMANT, dormant, 0));
    }
  }

  private void forward(Alert alert) {
    context.forward(new Record<>(alert.customerId(), alert, alert.time()));
  }
}
