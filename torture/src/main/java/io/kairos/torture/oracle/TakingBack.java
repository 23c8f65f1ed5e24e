package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages of a customer that can still be taken back: the last 8 that are valid. */
final class TakingBack {
  private static final int MOST = 8;
  private static final int MOST_BYTES = 600;

  private final long cancelForMillis;
  private final Deque<Sent> sent = new ArrayDeque<>();

  TakingBack(long cancelForMillis) {
    this.cancelForMillis = cancelForMillis;
  }

  /** Why a message is taken back. */
  enum Reason {
    STOPPED("an event that stops the rule came right after the release"),
    LATE_EVENT("an event from before the release arrived after it"),
    ERASED("the customer was erased");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  void went(Sent message) {
    sent.addLast(message);
    sent.removeIf(s -> !s.isValidAt(message.releasedMillis()));
    if (sent.size() > MOST) {
      sent.removeFirst();
    }
    if (sent.stream().mapToInt(Sent::bytes).sum() > MOST_BYTES) {
      throw new NotCovered("names so long in the messages of a customer: " + message.run().key());
    }
  }

  /** Takes back what events end. */
  List<Trigger> onEvents(List<Occurrence> occurred, long nowMillis, TriggerForm form) {
    return List.copyOf(sent).stream()
        .flatMap(
            s -> reason(s, occurred, nowMillis).map(r -> cancel(s, r, nowMillis, form)).stream())
        .toList();
  }

  List<Trigger> onErasure(long nowMillis, TriggerForm form) {
    return List.copyOf(sent).stream()
        .filter(s -> s.isValidAt(nowMillis))
        .map(s -> cancel(s, Reason.ERASED, nowMillis, form))
        .toList();
  }

  private Optional<Reason> reason(Sent message, List<Occurrence> occurred, long nowMillis) {
    Run run = message.run();
    return occurred.stream()
        .filter(o -> run.rule().course().unless().contains(o.name()))
        .filter(o -> run.rule().start().per().concerns(o, run.key()))
        .filter(o -> message.isValidAt(nowMillis))
        .flatMap(o -> reason(message, o, nowMillis).stream())
        .findFirst();
  }

  private Optional<Reason> reason(Sent message, Occurrence occurrence, long nowMillis) {
    if (occurrence.cause().late() && occurrence.timeMillis() <= message.releasedMillis()) {
      return Optional.of(Reason.LATE_EVENT);
    }
    return nowMillis - message.releasedMillis() <= cancelForMillis
        ? Optional.of(Reason.STOPPED)
        : Optional.empty();
  }

  private Trigger cancel(Sent message, Reason reason, long nowMillis, TriggerForm form) {
    sent.remove(message);
    return form.cancel(message, reason, nowMillis);
  }
}
