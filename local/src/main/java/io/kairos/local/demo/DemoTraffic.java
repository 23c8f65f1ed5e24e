package io.kairos.local.demo;

import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.traffic.EventClock;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.FeedThread;
import io.kairos.local.traffic.Pace;
import io.kairos.local.traffic.Shop;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficFeed;
import io.kairos.local.traffic.TrafficPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The shop's traffic on its way into the topics: first its history, then live by a fast clock. */
final class DemoTraffic implements DemoFeed {
  private final TrafficFeed feed;
  private final Traffic traffic;
  private final double speed;
  private InputEvent first;
  private Instant wallStart;
  private EventClock clock;
  private FeedThread live;

  private DemoTraffic(TrafficFeed feed, Traffic traffic, double speed) {
    this.feed = feed;
    this.traffic = traffic;
    this.speed = speed;
  }

  static DemoTraffic open(DemoSettings settings, DemoSettings.Crowd crowd, LocalStack stack) {
    Instant earliest = EventClock.originFor(Instant.now(), settings.speed(), settings.atSpeed());
    TrafficPlan plan =
        TrafficPlan.demo(crowd.seed(), Shop.morningBefore(earliest))
            .withCustomers(crowd.customers());
    TrafficFeed feed =
        new TrafficFeed(
            FeedProducer.connect(stack.kafka().bootstrapServers()), stack.topicPrefix());
    return new DemoTraffic(feed, new Traffic(plan), settings.speed());
  }

  @Override
  public void feedHistory() {
    List<InputEvent> history = new ArrayList<>();
    first = traffic.next();
    while (first.timeMillis() < liveStart().toEpochMilli()) {
      history.add(first);
      first = traffic.next();
    }
    feed.feedAll(history.iterator());
  }

  /** The live traffic has a thread of its own. */
  @Override
  public void startLive() {
    wallStart = Instant.now();
    clock = new EventClock(liveStart(), wallStart, speed);
    Pace pace = Pace.of(clock, Clock.systemUTC());
    live = FeedThread.start(() -> feed.feed(rest(), pace));
  }

  private Iterator<InputEvent> rest() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public InputEvent next() {
        InputEvent next = first;
        first = traffic.next();
        return next;
      }
    };
  }

  @Override
  public Instant liveStart() {
    return traffic.liveStart();
  }

  @Override
  public Instant wallStart() {
    return wallStart;
  }

  @Override
  public long nowMillis() {
    return clock.eventMillis(System.currentTimeMillis());
  }

  @Override
  public void throwIfFailed() {
    live.throwIfFailed();
  }

  @Override
  public void close() {
    feed.close();
  }
}
