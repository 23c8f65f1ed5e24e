package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import io.kairos.wire.ClickType;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Each customer looks at something once, in the order of their numbers and evenly over the last
 * week but one before all else: by then whatever three days of silence bring has happened.
 */
final class FirstLooks {
  private static final long BEGIN_MILLIS = InputSpec.START_MILLIS - Duration.ofDays(14).toMillis();

  private final InputSpec spec;
  private final SplittableRandom random;
  private final Goods goods;
  private final Scribe scribe;

  FirstLooks(InputSpec spec) {
    this.spec = spec;
    this.random = new SplittableRandom(~spec.seed());
    this.goods = new Goods(spec);
    this.scribe = Scribe.after(spec, spec.events());
  }

  Stream<InputEvent> stream() {
    return IntStream.range(0, spec.customers()).mapToObj(this::look);
  }

  private InputEvent look(int customer) {
    Visitor visitor = Visitor.of(spec, customer, spec.events() + customer);
    long millis = BEGIN_MILLIS + InputSpec.SPAN_MILLIS * customer / spec.customers();
    return scribe.click(visitor, millis, ClickType.VIEW, goods.draw(random));
  }
}
