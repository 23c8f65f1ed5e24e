package io.kairos.bench.micro;

import io.kairos.bench.contract.Work;
import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.Snapshot;
import io.kairos.engine.condition.Condition;
import io.kairos.engine.condition.Truth;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.operator.ProfileRecords;
import io.kairos.wire.Profile;
import io.kairos.wire.RecordEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is done with one customer's state after a week under the rules that Kairos ships with. */
@State(Scope.Thread)
public class StateBenchmark {
  private static final String RULE = "browse-abandon";

  private CustomerState[] states;
  private byte[][] packed;
  private Snapshot[] snapshots;
  private Profile[] profiles;
  private final RecordEncoder encoder = RecordEncoder.singleObject(Profile.getClassSchema());
  private ProfileRecords records;
  private Condition<Facts> condition;
  private int turn;

  @Setup
  public void open(Blackhole hole) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    List<Minute> minutes = Minute.cut(Samples.week(), numbers);
    KairosConfig config = Settings.of(Work.FULL);
    CustomerEngine engine = Settings.engine(config);
    Shop shop = new Shop(engine, minutes, new CustomerState[numbers.size()]);
    shop.run(minutes.size(), new Swallowed(hole));
    long end = minutes.get(minutes.size() - 1).horizonMillis();
    states = Arrays.stream(shop.states()).filter(Objects::nonNull).toArray(CustomerState[]::new);
    packed = Arrays.stream(states).map(CustomerState::toBytes).toArray(byte[][]::new);
    snapshots =
        Arrays.stream(states).map(state -> engine.snapshot(state, end)).toArray(Snapshot[]::new);
    records = new ProfileRecords(config.decisions());
    profiles = Arrays.stream(snapshots).map(records::profile).toArray(Profile[]::new);
    condition = config.decisions().history().at(end).set().rule(RULE).when().get(0);
  }

  @Benchmark
  public byte[] stateToBytes() {
    return next(states).toBytes();
  }

  @Benchmark
  public CustomerState stateFromBytes() {
    return CustomerState.fromBytes(next(packed));
  }

  @Benchmark
  public Truth condition() {
    return condition.test(next(snapshots).facts());
  }

  @Benchmark
  public Profile profileRecord() {
    return records.profile(next(snapshots));
  }

  @Benchmark
  public byte[] profileToBytes() {
    return encoder.encode(next(profiles));
  }

  @Benchmark
  public ByteBuffer profileToBytesByAvro() throws IOException {
    return Profile.getEncoder().encode(next(profiles));
  }

  /** As {@code TriggerStage} makes it. */
  @Benchmark
  public String triggerId() {
    return Hash.hex128(next(states).customerId(), RULE, "1", "1772380800000");
  }

  private <T> T next(T[] all) {
    turn = turn + 1 < all.length ? turn + 1 : 0;
    return all[turn];
  }
}
