package io.kairos.flink.operator;

import io.kairos.engine.pack.Hash;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Keeps a fingerprint of the salt in state, and refuses to go on with another one. */
final class SaltCheck {
  private SaltCheck() {}

  /**
   * @throws SuppressRestartsException if the state was written under another salt
   */
  static void check(OperatorStateStore store, String salt) throws Exception {
    ListState<Long> state =
        store.getUnionListState(new ListStateDescriptor<>(Names.SALT, Types.LONG));
    long fingerprint = Hash.of64("salt", salt);
    for (long known : state.get()) {
      if (known != fingerprint) {
        throw new SuppressRestartsException(
            new IllegalStateException(
                "WRONG_SALT: the state was written with another profile.key-salt."
                    + " Start with the one it was written with; it can never change."));
      }
    }
    state.update(List.of(fingerprint));
  }
}
