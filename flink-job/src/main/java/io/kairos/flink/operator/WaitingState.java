package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.CustomerKeySerializer;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.EnvelopeSerializer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputSerializer;
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
  private static final int WAKE_UP_BYTES = KEYS.getLength() + Long.BYTES;

  private final WaitingRoom waiting;
  private final NearWakeUps near;

  /** What belongs to one key group, wake-ups as they are written: there can be many. */
  private static final class Group {
    private final List<Envelope> events = new ArrayList<>();
    private final DataOutputSerializer wakeUps = new DataOutputSerializer(WAKE_UP_BYTES);

    void add(CustomerKey key, long atMillis) {
      try {
        KEYS.serialize(key, wakeUps);
        wakeUps.writeLong(atMillis);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    void write(DataOutputView target) throws IOException {
      target.writeByte(VERSION);
      target.writeInt(events.size());
      for (Envelope event : events) {
        ENVELOPES.serialize(event, target);
      }
      target.writeInt(wakeUps.length() / WAKE_UP_BYTES);
      target.write(wakeUps.getSharedBuffer(), 0, wakeUps.length());
    }
  }

  WaitingState(WaitingRoom waiting, NearWakeUps near) {
    this.waiting = waiting;
    this.near = near;
  }

  void snapshot(KeyedStateCheckpointOutputStream out, int maxParallelism) throws IOException {
    DataOutputViewStreamWrapper target = new DataOutputViewStreamWrapper(out);
    Group[] groups = byGroup(maxParallelism);
    for (int number = 0; number < groups.length; number++) {
      if (groups[number] != null) {
        out.startNewKeyGroup(number);
        groups[number].write(target);
      }
    }
  }

  private Group[] byGroup(int maxParallelism) {
    Group[] groups = new Group[maxParallelism];
    waiting.forEach(event -> of(groups, event.key()).events.add(event));
    near.forEach((key, at) -> of(groups, key).add(key, at));
    return groups;
  }

  private static Group of(Group[] groups, CustomerKey key) {
    int number = KeyGroupRangeAssignment.assignToKeyGroup(key, groups.length);
    if (groups[number] == null) {
      groups[number] = new Group();
    }
    return groups[number];
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
