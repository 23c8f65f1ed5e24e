package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.CustomerKeySerializer;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.EnvelopeSerializer;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * What waits on the heap, in a checkpoint: events ahead of the watermark, and near wake-ups. Raw
 * keyed state, written by key group so that it follows its customers when the job is rescaled.
 */
final class WaitingState {
  /** Stands before each key group. The version before this one had no wake-ups. */
  private static final int VERSION = 2;

  private static final EnvelopeSerializer ENVELOPES = new EnvelopeSerializer();
  private static final CustomerKeySerializer KEYS = new CustomerKeySerializer();

  private final WaitingRoom waiting;
  private final NearWakeUps near;

  /** What belongs to one key group. */
  private record Group(List<Envelope> events, List<WakeUp> wakeUps) {
    private Group() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private record WakeUp(CustomerKey key, long atMillis) {}

  WaitingState(WaitingRoom waiting, NearWakeUps near) {
    this.waiting = waiting;
    this.near = near;
  }

  void snapshot(KeyedStateCheckpointOutputStream out, int maxParallelism) throws IOException {
    DataOutputViewStreamWrapper target = new DataOutputViewStreamWrapper(out);
    for (Map.Entry<Integer, Group> group : byGroup(maxParallelism).entrySet()) {
      out.startNewKeyGroup(group.getKey());
      write(group.getValue(), target);
    }
  }

  private Map<Integer, Group> byGroup(int maxParallelism) {
    Map<Integer, Group> groups = new TreeMap<>();
    waiting.forEach(event -> of(groups, event.key(), maxParallelism).events().add(event));
    near.forEach((key, at) -> of(groups, key, maxParallelism).wakeUps().add(new WakeUp(key, at)));
    return groups;
  }

  private static Group of(Map<Integer, Group> groups, CustomerKey key, int maxParallelism) {
    int number = KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
    return groups.computeIfAbsent(number, any -> new Group());
  }

  private static void write(Group group, DataOutputView target) throws IOException {
    target.writeByte(VERSION);
    target.writeInt(group.events().size());
    for (Envelope event : group.events()) {
      ENVELOPES.serialize(event, target);
    }
    target.writeInt(group.wakeUps().size());
    for (WakeUp wakeUp : group.wakeUps()) {
      KEYS.serialize(wakeUp.key(), target);
      target.writeLong(wakeUp.atMillis());
    }
  }

  void restore(Iterable<KeyGroupStatePartitionStreamProvider> groups) throws IOException {
    for (KeyGroupStatePartitionStreamProvider group : groups) {
      DataInputViewStreamWrapper source =
          new DataInputViewStreamWrapper(new DataInputStream(group.getStream()));
      int version = source.readByte();
      requireKnown(version);
      for (int rest = source.readInt(); rest > 0; rest--) {
        waiting.restore(ENVELOPES.deserialize(source));
      }
      for (int rest = version == 1 ? 0 : source.readInt(); rest > 0; rest--) {
        near.set(KEYS.deserialize(source), source.readLong());
      }
    }
  }

  private static void requireKnown(int version) {
    if (version < 1 || version > VERSION) {
      throw new IllegalStateException(
          "Waiting events of version " + version + "; this release reads up to " + VERSION);
    }
  }
}
