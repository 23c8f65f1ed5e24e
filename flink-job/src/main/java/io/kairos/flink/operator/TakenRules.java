package io.kairos.flink.operator;

import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.rules.RuleUpdateSerializer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * The records of the rules topic that a bounded job has taken. Its source of rules comes to an end,
 * and Flink starts no source again that had ended by the checkpoint: so they are kept in state. A
 * job without an end reads the topic whole at every start and keeps nothing.
 */
final class TakenRules {
  private final ListState<RuleUpdate> state;
  private final List<RuleUpdate> taken = new ArrayList<>();

  private TakenRules(ListState<RuleUpdate> state) {
    this.state = state;
  }

  static TakenRules of(boolean bounded, OperatorStateStore store) throws Exception {
    TakenRules rules =
        new TakenRules(
            bounded
                ? store.getUnionListState(
                    new ListStateDescriptor<>(Names.TAKEN, RuleUpdateSerializer.TYPE))
                : null);
    if (bounded) {
      rules.state.get().forEach(rules.taken::add);
      rules.taken.sort(Comparator.comparingLong(RuleUpdate::offset));
    }
    return rules;
  }

  /** Those of before the start, in their order. */
  List<RuleUpdate> restored() {
    return List.copyOf(taken);
  }

  /** Whether a record is heard for the first time; a source that had not ended reads all again. */
  boolean add(RuleUpdate update) {
    if (state == null) {
      return true;
    }
    boolean known = !taken.isEmpty() && update.offset() <= taken.get(taken.size() - 1).offset();
    if (!known) {
      taken.add(update);
    }
    return !known;
  }

  /**
   * @param first whether this subtask speaks for all, who hear the same
   */
  void snapshot(boolean first) throws Exception {
    if (state != null) {
      state.update(first ? taken : List.of());
    }
  }
}
