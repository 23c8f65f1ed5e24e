package io.kairos.flink.operator;

import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.EnvelopeSerializer;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * The waiting events in a checkpoint: raw keyed state, written by key group so that it follows its
 * customers when the job is rescaled.
 */
final class WaitingState {
  /** Stands before the events of each key group. */
  private static final int VERSION = 1;

  private static final EnvelopeSerializer ENVELOPES = new EnvelopeSerializer();

  private WaitingState() {}

  static void snapshot(
      WaitingRoom waiting, KeyedStateCheckpointOutputStream out, int maxParallelism)
      throws IOException {
    Map<Integer, List<Envelope>> byGroup = new TreeMap<>();
    waiting.forEach(
        envelope ->
            byGroup
                .computeIfAbsent(group(envelope, maxParallelism), g -> new ArrayList<>())
                .add(envelope));
    DataOutputViewStreamWrapper target = new DataOutputViewStreamWrapper(out);
    for (Map.Entry<Integer, List<Envelope>> group : byGroup.entrySet()) {
      out.startNewKeyGroup(group.getKey());
      target.writeByte(VERSION);
      target.writeInt(group.getValue().size());
      for (Envelope envelope : group.getValue()) {
        ENVELOPES.serialize(envelope, target);
      }
    }
  }

  static void restore(Iterable<KeyGroupStatePartitionStreamProvider> groups, WaitingRoom waiting)
      throws IOException {
    for (KeyGroupStatePartitionStreamProvider group : groups) {
      DataInputViewStreamWrapper source =
          new DataInputViewStreamWrapper(new DataInputStream(group.getStream()));
      requireKnown(source.readByte());
      for (int rest = source.readInt(); rest > 0; rest--) {
        waiting.add(ENVELOPES.deserialize(source));
      }
    }
  }

  private static void requireKnown(int version) {
    if (version != VERSION) {
      throw new IllegalStateException(
          "Waiting events of version " + version + "; this release reads up to " + VERSION);
    }
  }

  private static int group(Envelope envelope, int maxParallelism) {
    return KeyGroupRangeAssignment.assignToKeyGroup(envelope.key(), maxParallelism);
  }
}
