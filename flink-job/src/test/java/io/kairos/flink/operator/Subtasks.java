package io.kairos.flink.operator;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.OwnType;
import io.kairos.flink.state.StoredCustomer;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The customer operator with so many subtasks, in Flink's harness. */
final class Subtasks implements AutoCloseable {
  private static final int MOST_STATE_BYTES = 256 << 20;

  private final KairosConfig config;
  private final StateBackend backend;
  private final List<
          KeyedTwoInputStreamOperatorTestHarness<CustomerKey, Envelope, RuleUpdate, Trigger>>
      harnesses = new ArrayList<>();
  private long rulesMillis = Long.MAX_VALUE;

  private Subtasks(KairosConfig config, StateBackend backend) {
    this.config = config;
    this.backend = backend;
  }

  static Subtasks start(KairosConfig config, int parallelism) throws Exception {
    return restore(config, new HashMapStateBackend(), parallelism, null, parallelism);
  }

  static Subtasks start(KairosConfig config, StateBackend backend) throws Exception {
    return restore(config, backend, 1, null, 1);
  }

  private static Subtasks restore(
      KairosConfig config,
      StateBackend backend,
      int parallelism,
      OperatorSubtaskState state,
      int before)
      throws Exception {
    Subtasks subtasks = new Subtasks(config, backend);
    for (int index = 0; index < parallelism; index++) {
      subtasks.open(index, parallelism, state, before);
    }
    return subtasks;
  }

  private void open(int index, int parallelism, OperatorSubtaskState state, int before)
      throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<CustomerKey, Envelope, RuleUpdate, Trigger>(
            new CustomerOperator(config),
            Envelope::key,
            null,
            OwnType.CUSTOMER_KEY,
            Names.MAX_PARALLELISM,
            parallelism,
            index);
    harness.setStateBackend(backend);
    harness.setCheckpointStorage(new JobManagerCheckpointStorage(MOST_STATE_BYTES));
    harness.setup();
    if (state != null) {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, Names.MAX_PARALLELISM, before, parallelism, index));
    }
    harness.open();
    harness.processWatermark2(new Watermark(rulesMillis));
    harnesses.add(harness);
  }

  /** The job in which time comes as far in the rules topic as a test says. */
  static Subtasks startWithRules(KairosConfig config, int parallelism) throws Exception {
    return startWithRules(config, new HashMapStateBackend(), parallelism);
  }

  /** The same on a state backend. */
  static Subtasks startWithRules(KairosConfig config, StateBackend backend, int parallelism)
      throws Exception {
    Subtasks subtasks = new Subtasks(config, backend);
    subtasks.rulesMillis = Long.MIN_VALUE;
    for (int index = 0; index < parallelism; index++) {
      subtasks.open(index, parallelism, null, parallelism);
    }
    return subtasks;
  }

  /** A record of the rules topic reaches one subtask. */
  void rule(int subtask, RuleUpdate update) throws Exception {
    harnesses.get(subtask).processElement2(new StreamRecord<>(update, update.arrivalMillis()));
  }

  /** Time comes so far in the rules topic, as one subtask knows it. */
  void rulesWatermark(int subtask, long millis) throws Exception {
    harnesses.get(subtask).processWatermark2(new Watermark(millis));
  }

  /** What a checkpoint at this moment holds. */
  OperatorSubtaskState snapshot(long id) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[harnesses.size()];
    for (int index = 0; index < states.length; index++) {
      harnesses.get(index).prepareSnapshotPreBarrier(id);
      states[index] = harnesses.get(index).snapshot(id, id);
    }
    return AbstractStreamOperatorTestHarness.repackageState(states);
  }

  /** The job restarted from a checkpoint of this one, perhaps with other subtasks. */
  Subtasks restarted(OperatorSubtaskState state, int parallelism) throws Exception {
    return restore(config, backend, parallelism, state, harnesses.size());
  }

  /** The job restarted from a checkpoint with other settings. */
  Subtasks restarted(KairosConfig changed, OperatorSubtaskState state) throws Exception {
    return restore(changed, backend, 1, state, harnesses.size());
  }

  void process(Envelope envelope) throws Exception {
    int index =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            envelope.key(), Names.MAX_PARALLELISM, harnesses.size());
    harnesses.get(index).processElement1(new StreamRecord<>(envelope, envelope.positionMillis()));
  }

  void watermark(long millis) throws Exception {
    for (var harness : harnesses) {
      harness.processWatermark1(new Watermark(millis));
    }
  }

  /** Sets the clock, epoch milliseconds; it begins at 0. */
  void clock(long millis) throws Exception {
    for (var harness : harnesses) {
      harness.setProcessingTime(millis);
    }
  }

  /** The end of all input: the last watermark, and what operators do when they finish. */
  void end() throws Exception {
    watermark(Long.MAX_VALUE);
    for (var harness : harnesses) {
      harness.getOperator().finish();
    }
  }

  /** Merges all files of RocksDB, as it does by itself in time. */
  void compact() throws ReflectiveOperationException {
    for (var harness : harnesses) {
      StateFiles.compact(operator(harness).getKeyedStateBackend());
    }
  }

  /** Each customer in the state backend: where the timer stands, and the state as bytes. */
  Map<CustomerKey, String> kept() throws Exception {
    Map<CustomerKey, String> all = new HashMap<>();
    for (var harness : harnesses) {
      KeyedStateBackend<CustomerKey> keyed = operator(harness).getKeyedStateBackend();
      ValueState<StoredCustomer> state =
          keyed.getPartitionedState(
              VoidNamespace.INSTANCE,
              VoidNamespaceSerializer.INSTANCE,
              new ValueStateDescriptor<>(Names.CUSTOMERS, OwnType.STORED_CUSTOMER));
      try (KeySweep keys = KeySweep.over(keyed)) {
        while (keys.hasNext()) {
          CustomerKey key = keys.next();
          keyed.setCurrentKey(key);
          byte[] bytes = state.value().state().toBytes();
          all.put(key, state.value().wakeUpMillis() + " " + HexFormat.of().formatHex(bytes));
        }
      }
    }
    return all;
  }

  List<Trigger> triggers() {
    List<Trigger> all = new ArrayList<>();
    harnesses.forEach(harness -> all.addAll(harness.extractOutputValues()));
    return all;
  }

  <T> void sideOutput(OutputTag<T> tag, Consumer<T> each) {
    for (var harness : harnesses) {
      var records = harness.getSideOutput(tag);
      if (records != null) {
        records.forEach(record -> each.accept(record.getValue()));
      }
    }
  }

  /** Hands over what was said since the last time, and forgets it; profiles are only forgotten. */
  void drain(Consumer<Trigger> trigger, Consumer<Decision> decision) {
    triggers().forEach(trigger);
    sideOutput(CustomerOperator.DECISIONS, decision);
    for (var harness : harnesses) {
      harness.getOutput().clear();
      forget(harness.getSideOutput(CustomerOperator.DECISIONS));
      forget(harness.getSideOutput(CustomerOperator.PROFILES));
    }
  }

  private static void forget(Collection<?> said) {
    if (said != null) {
      said.clear();
    }
  }

  /** How many wake-ups are set, on the heap and as timers in Flink. */
  int wakeUps() {
    return timers() + harnesses.stream().mapToInt(h -> operator(h).near()).sum();
  }

  /** How many of them are timers in Flink. */
  int timers() {
    return harnesses.stream().mapToInt(harness -> harness.numEventTimeTimers()).sum();
  }

  private static CustomerOperator operator(
      KeyedTwoInputStreamOperatorTestHarness<CustomerKey, Envelope, RuleUpdate, Trigger> harness) {
    return (CustomerOperator) harness.getOperator();
  }

  @Override
  public void close() {
    for (var harness : harnesses) {
      try {
        harness.close();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
