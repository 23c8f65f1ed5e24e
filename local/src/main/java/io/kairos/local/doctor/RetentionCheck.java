package io.kairos.local.doctor;

import io.kairos.local.backtest.HistoryNeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the inputs are kept for long enough: for an outage, and for a start from nothing. */
final class RetentionCheck implements Check.TopicCheckUp {
  private static final String KEY = "retention.ms";
  private static final String BYTES = "retention.bytes";
  private static final Duration OUTAGE = Duration.ofDays(3);

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    if (!topic.isInput() || topic.settings().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Settings settings = topic.settings().get();
    settings.number(KEY).ifPresent(millis -> findings.add(retention(topic, millis, at)));
    OptionalLong bytes = settings.number(BYTES);
    if (bytes.isPresent() && bytes.getAsLong() >= 0) {
      findings.add(bytes(topic, bytes.getAsLong(), at));
    }
    return findings;
  }

  private static Finding retention(SeenTopic topic, long millis, Installation at) {
    Optional<HistoryNeed> need = at.setup().need();
    boolean endless = millis < 0;
    if (!endless && millis < OUTAGE.toMillis()) {
      return Finding.warning(
          KEY,
          topic.name(),
          Spans.kept(millis),
          new Advice(
              "A job that stands for longer, over a weekend for instance, loses events for good.",
              at.setup().commands().set(topic.name(), KEY, longest(need).toMillis())));
    }
    if (endless || millis >= need.map(HistoryNeed::reach).orElse(Duration.ZERO).toMillis()) {
      return Finding.ok(KEY, topic.name(), Spans.kept(millis));
    }
    return shorter(topic, millis, need.get(), at);
  }

  private static Finding shorter(SeenTopic topic, long millis, HistoryNeed need, Installation at) {
    return Finding.note(
        KEY,
        topic.name(),
        "%s, while rule %s looks back %s (%s)"
            .formatted(
                Spans.kept(millis), need.rule(), HistoryNeed.text(need.reach()), need.because()),
        new Advice(
            "A running job has that in its state; one that starts without a state, and a replay or"
                + " backtest, reach back no further than the topic does.",
            at.setup().commands().set(topic.name(), KEY, need.reach().toMillis())));
  }

  private static Duration longest(Optional<HistoryNeed> need) {
    Duration reach = need.map(HistoryNeed::reach).orElse(Duration.ZERO);
    return reach.compareTo(OUTAGE) > 0 ? reach : OUTAGE;
  }

  private static Finding bytes(SeenTopic topic, long bytes, Installation at) {
    return Finding.note(
        BYTES,
        topic.name(),
        String.format(Locale.ROOT, "%,d bytes a partition", bytes),
        new Advice(
            "A busy day can push out events before their time, whatever retention.ms says.",
            at.setup().commands().set(topic.name(), BYTES, -1)));
  }
}
