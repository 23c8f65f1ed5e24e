package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an input is made from; the same numbers make the same events.
 *
 * @param events at least 1
 * @param customers at least 1; some of them may never be drawn
 * @param known whether each of the customers looks at something once before all that, so that none
 *     is drawn who has not been seen
 */
public record InputSpec(Form form, long events, int customers, long seed, boolean known) {
  /** Moves on with every change of what is made from the same numbers. */
  private static final int FORMAT = 2;

  static final long START_MILLIS = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();
  static final long SPAN_MILLIS = Duration.ofDays(7).toMillis();

  /** Of the customers' draw: how much more often the first is drawn than the next. */
  static final double ZIPF = 0.9;

  /** The same of customers who are new to the shop. */
  public InputSpec(Form form, long events, int customers, long seed) {
    this(form, events, customers, seed, false);
  }

  /** Names its folder. */
  public String name() {
    return "%s-%d-%d-%d-v%d%s"
        .formatted(form.label(), events, customers, seed, FORMAT, known ? "-known" : "");
  }

  /** Of what kind it is, for people. */
  public String kind() {
    return form.label() + (known ? " of known customers" : "");
  }

  /** In order of time, evenly over seven days; before them whatever makes the customers known. */
  public Stream<InputEvent> stream() {
    Iterator<InputEvent> endless = form.events(this);
    Stream<InputEvent> drawn =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(endless, 0), false).limit(events);
    return known ? Stream.concat(new FirstLooks(this).stream(), drawn) : drawn;
  }

  /** How many events make the customers known, before the others. */
  public long before() {
    return known ? customers : 0;
  }

  /** How many events there are. */
  public long all() {
    return before() + events;
  }

  /** How many customers have an event; makes all events to know it. */
  int customersSeen() {
    BitSet seen = new BitSet(customers);
    stream().forEach(event -> seen.set(Visitor.number(event.customerId())));
    return seen.cardinality();
  }

  /** How much event time some events take on average. */
  public Duration spanOf(long some) {
    return Duration.ofMillis(SPAN_MILLIS * some / events);
  }

  /** A number that depends on the seed and two others, and looks like none of them. */
  long mixed(long one, long other) {
    long mixed =
        seed * 0x9E3779B97F4A7C15L + one * 0xBF58476D1CE4E5B9L + other * 0x94D049BB133111EBL;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return (mixed ^ mixed >>> 32) & Long.MAX_VALUE;
  }
}
