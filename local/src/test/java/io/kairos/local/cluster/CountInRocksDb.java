package io.kairos.local.cluster;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts per key in keyed state, and refuses to run on any backend but RocksDB. */
final class CountInRocksDb extends KeyedProcessFunction<Long, Long, Long> {

  static final String SEEN = "seen";

  private static final long serialVersionUID = 1L;

  private final LongCounter seen = new LongCounter();
  private transient ValueState<Long> count;

  @Override
  public void open(OpenContext context) {
    count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    getRuntimeContext().addAccumulator(SEEN, seen);
    if (!count.getClass().getName().contains("RocksDB")) {
      throw new IllegalStateException("state is in " + count.getClass());
    }
  }

  @Override
  public void processElement(Long value, Context context, Collector<Long> out) throws Exception {
    long next = count.value() == null ? 1 : count.value() + 1;
    count.update(next);
    seen.add(1);
    out.collect(next);
  }
}
