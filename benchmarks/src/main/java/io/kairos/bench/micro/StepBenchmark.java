package io.kairos.bench.micro;

import io.kairos.bench.contract.Work;
import io.kairos.engine.CustomerState;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The engine over the second half of a week, with what the first half left in memory: what an event
 * costs, its customer's wake-ups included.
 */
@State(Scope.Thread)
public class StepBenchmark {
  static final int EVENTS = Samples.EVENTS / 2;

  /** Which rules: those that Kairos ships with, or those of the same work as the peers. */
  @Param({"FULL", "SAME"})
  Work work;

  private Shop halfway;
  private Shop shop;
  private Shop packed;
  private int until;

  @Setup
  public void open(Blackhole hole) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    var week = Samples.week();
    int half = Minute.cut(week.subList(0, week.size() / 2), numbers).size();
    List<Minute> minutes = Minute.cut(week, numbers);
    until = minutes.size();
    CustomerState[] nobody = new CustomerState[numbers.size()];
    halfway = new Shop(Settings.engine(Settings.of(work)), minutes, nobody);
    halfway.run(half, new Swallowed(hole));
  }

  @Setup(Level.Invocation)
  public void again() {
    shop = halfway.again(state -> state);
    packed = halfway.again(state -> CustomerState.fromBytes(state.toBytes()));
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int step(Blackhole hole) {
    return shop.run(until, new Swallowed(hole));
  }

  /** The same with each state read from bytes before a step and packed after it. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int stepOnBytes(Blackhole hole) {
    return packed.run(until, new Swallowed(hole));
  }
}
