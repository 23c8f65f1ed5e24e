package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Many visits at once, each of a customer, with some seconds between two events of a visit. */
final class SessionEvents implements Iterator<InputEvent> {
  private static final long SHORTEST_GAP_MILLIS = 2_000;
  private static final long LONGEST_GAP_MILLIS = 40_000;

  private final SplittableRandom random;
  private final Zipf zipf;
  private final SessionPlan plan;
  private final PriorityQueue<Session> open = new PriorityQueue<>(Session.BY_TIME);
  private final double millisASession;
  private long begun;

  SessionEvents(InputSpec spec) {
    this.random = new SplittableRandom(spec.seed());
    this.zipf = new Zipf(spec.customers(), InputSpec.ZIPF);
    this.plan = new SessionPlan(spec, random);
    this.millisASession = InputSpec.SPAN_MILLIS * SessionPlan.MEAN_EVENTS / spec.events();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public InputEvent next() {
    while (open.isEmpty() || nextBeginMillis() <= open.element().nextMillis()) {
      begin();
    }
    Session session = open.remove();
    InputEvent event = session.step();
    if (!session.steps().isEmpty()) {
      open.add(session.later(random.nextLong(SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS)));
    }
    return event;
  }

  private long nextBeginMillis() {
    return InputSpec.START_MILLIS + (long) (begun * millisASession);
  }

  private void begin() {
    long millis = nextBeginMillis();
    long number = begun++;
    open.add(new Session(number, millis, plan.of(zipf.draw(random), number)));
  }
}
