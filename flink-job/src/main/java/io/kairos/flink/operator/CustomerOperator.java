package io.kairos.flink.operator;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.rules.RuleUpdate;
import io.kairos.flink.source.CleaningGate;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.flink.state.MemoryTables;
import io.kairos.flink.state.StoredCustomer;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Feeds each customer's engine in order. Keyed by {@link CustomerKey}.
 *
 * <p>Keeps one value for each customer, behind a cache that is written before each checkpoint; it
 * ends when the customer is erased down to a marker. Keeps the events ahead of the watermark and
 * near wake-ups, on the heap and in checkpoints as raw keyed state; and at most one timer for each
 * customer, moved lazily. When the watermark passes, a customer's events are applied together.
 * Emits triggers, and on the side decisions and profiles.
 *
 * <p>The second input are the records of the rules topic, the same ones in the same order at every
 * subtask, each before the watermark passes the instant at which it takes effect. A change also
 * reaches customers at rest: all of them are walked over in slices, and their timers set to the
 * customer's own turn.
 *
 * <p>In a bounded replay nothing happens after its end: the last watermark says that all events are
 * there, not that time went on for ever.
 */
public final class CustomerOperator extends AbstractStreamOperator<Trigger>
    implements TwoInputStreamOperator<Envelope, RuleUpdate, Trigger>,
        Triggerable<CustomerKey, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<Decision> DECISIONS =
      new OutputTag<>("decisions", new AvroTypeInfo<>(Decision.class));
  public static final OutputTag<ProfileUpdate> PROFILES =
      new OutputTag<>("profiles", ProfileUpdateSerializer.TYPE);

  private final KairosConfig config;

  private transient CustomerEngine engine;
  private transient WireReader reader;
  private transient WaitingRoom waiting;
  private transient NearWakeUps near;
  private transient CustomerCache customers;
  private transient WriteSchedule writes;
  private transient MemoryTables tables;
  private transient Alarms alarms;
  private transient DueCustomers due;
  private transient Publisher publisher;
  private transient RuleDesk rules;
  private transient RuleCounts ruleCounts;
  private transient CustomerMetrics metrics;
  private transient long nowMillis;

  public CustomerOperator(KairosConfig config) {
    this.config = config;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    waiting = new WaitingRoom(config.input().maxWaitingBytes());
    near = new NearWakeUps();
    if (context.isRestored()) {
      new WaitingState(waiting, near).restore(context.getRawKeyedStateInputs());
    }
    SaltCheck.check(context.getOperatorStateStore(), config.decisions().keySalt().reveal());
    rules = new RuleDesk(config, context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    engine =
        new CustomerEngine(
            rules.history(), config.decisions().shop(), config.output().publishEveryMillis());
    reader = new WireReader(config.time().latenessMillis());
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService(Names.WAKE_UPS, VoidNamespaceSerializer.INSTANCE, this);
    alarms = new Alarms(near, config.state().nearMillis(), this, timers);
    Tally tally = new Tally(getRuntimeContext());
    due = new DueCustomers(near, timeServiceManager, getProcessingTimeService(), new Waking());
    publisher = new Publisher(config, output, tally);
    boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    rules.open(tally, first);
    nowMillis = Long.MIN_VALUE;
    MetricGroup group = getMetricGroup().addGroup(Tally.GROUP);
    ruleCounts = new RuleCounts(rules.history(), tally);
    if (first) {
      ruleCounts.show(group);
    }
    metrics = new CustomerMetrics(group, tally, config);
    StateMetrics counts = StateMetrics.in(group);
    customers =
        new CustomerCache(
            KeyedCustomers.of(this, counts), config.state().cachedCustomers(), counts);
    writes = new WriteSchedule();
    tables = MemoryTables.of(getKeyedStateBackend());
    metrics.show(waiting);
    metrics.show(customers, near);
  }

  /** Events wait without a key; whoever needs the current key sets it. */
  @Override
  public boolean hasKeyContext1() {
    return false;
  }

  @Override
  public void processElement1(StreamRecord<Envelope> element) {
    waiting.add(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<RuleUpdate> element) {
    rules
        .take(element.getValue())
        .ifPresent(letter -> output.collect(CleaningGate.DEAD_LETTERS, new StreamRecord<>(letter)));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (isDrained(mark)) {
      due.leave();
      output.emitWatermark(mark);
      return;
    }
    nowMillis = Math.min(mark.getTimestamp(), config.time().endMillis());
    if (config.state().together()) {
      for (List<Envelope> envelopes : waiting.take(nowMillis)) {
        advance(envelopes, nowMillis);
      }
    } else {
      for (List<Envelope> envelopes : waiting.takeByInstant(nowMillis)) {
        advance(envelopes, envelopes.get(0).positionMillis());
      }
    }
    ruleCounts.at(nowMillis);
    metrics.reached(nowMillis);
    boolean last = mark.equals(Watermark.MAX_WATERMARK);
    rules.sweep(this::everybody, last, this::lookAgain);
    due.upTo(mark);
  }

  private void writeBehind(long clockMillis) throws IOException {
    customers.write(writes.limit(clockMillis));
    if (writes.flushes(clockMillis)) {
      tables.flush();
    }
  }

  /** A walk over all customers, also those whom only the cache knew. */
  private KeySweep everybody() throws IOException {
    customers.write(0);
    return KeySweep.over(getKeyedStateBackend());
  }

  /** A customer's alarm is set anew after the rules changed. */
  private void lookAgain(CustomerKey key) throws IOException {
    StoredCustomer stored = customers.look(key);
    CustomerState state = stored.state();
    if (engine.nextDeadline(state) < alarms.at(key, stored.wakeUpMillis())) {
      store(key, stored.wakeUpMillis(), advanced(state));
      metrics.touched(CustomerMetrics.Cause.RULES);
    }
  }

  /** What is done with those who are due. */
  private final class Waking implements DueCustomers.Work {
    @Override
    public void wake(CustomerKey key) throws IOException {
      StoredCustomer stored = customers.get(key);
      store(key, stored.wakeUpMillis(), advanced(stored.state()));
      metrics.touched(CustomerMetrics.Cause.TIME);
    }

    @Override
    public void rest() throws IOException {
      writeBehind(getProcessingTimeService().getCurrentProcessingTime());
    }

    @Override
    public void passed(Watermark mark) {
      output.emitWatermark(mark);
    }
  }

  @Override
  public void onEventTime(InternalTimer<CustomerKey, VoidNamespace> timer) throws Exception {
    StoredCustomer stored = customers.get(timer.getKey());
    if (stored != null && stored.wakeUpMillis() == timer.getTimestamp()) {
      store(timer.getKey(), Long.MAX_VALUE, advanced(stored.state()));
      metrics.touched(CustomerMetrics.Cause.TIME);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<CustomerKey, VoidNamespace> timer) {
    throw new IllegalStateException("No timer of processing time is ever set");
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    customers.write(0);
    writes.barrier(getProcessingTimeService().getCurrentProcessingTime());
  }

  @Override
  public void finish() throws Exception {
    customers.write(0);
    if (config.time().endMillis() != Long.MAX_VALUE && engine.publishes()) {
      publishAll();
    }
    super.finish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    rules.snapshot();
    new WaitingState(waiting, near)
        .snapshot(context.getRawKeyedOperatorStateOutput(), maxParallelism());
  }

  @Override
  public void close() throws Exception {
    if (rules != null) {
      rules.close();
    }
    super.close();
  }

  @Override
  protected boolean isUsingCustomRawKeyedState() {
    return true;
  }

  /**
   * Whether a job without an end was asked to drain. Its last watermark must fire no deadline, and
   * what waits stays for the savepoint: time goes on with the next job.
   */
  private boolean isDrained(Watermark mark) {
    return mark.equals(Watermark.MAX_WATERMARK) && config.time().endMillis() == Long.MAX_VALUE;
  }

  private int maxParallelism() {
    return getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
  }

  /**
   * Applies events of a customer.
   *
   * @param horizonMillis up to which they are all that there are, epoch milliseconds
   */
  private void advance(List<Envelope> envelopes, long horizonMillis)
      throws IOException, UnreadableRecord {
    CustomerKey key = envelopes.get(0).key();
    List<Event> events = events(envelopes);
    StoredCustomer stored = customers.get(key);
    CustomerState before =
        stored == null ? CustomerState.of(events.get(0).customerId()) : stored.state();
    long timer = stored == null ? Long.MAX_VALUE : stored.wakeUpMillis();
    store(key, timer, advanced(before, events, horizonMillis));
    metrics.touched(CustomerMetrics.Cause.EVENTS);
  }

  /** A customer at whom nothing happens but time. */
  private CustomerState advanced(CustomerState state) {
    return advanced(state, List.of(), nowMillis);
  }

  private CustomerState advanced(CustomerState state, List<Event> events, long horizonMillis) {
    CustomerState next = engine.advance(state, events, horizonMillis, publisher);
    publisher.stepped();
    return next;
  }

  /** Keeps a customer and sees to it that the alarm is set no later than the next deadline. */
  private void store(CustomerKey key, long timerMillis, CustomerState state) throws IOException {
    long next = engine.nextDeadline(state);
    long deadline = next > config.time().endMillis() ? Long.MAX_VALUE : next;
    long timer = alarms.set(key, timerMillis, deadline, nowMillis);
    customers.put(key, StoredCustomer.of(timer, state));
  }

  private List<Event> events(List<Envelope> envelopes) throws UnreadableRecord {
    List<Event> events = new ArrayList<>(envelopes.size());
    for (Envelope envelope : envelopes) {
      events.add(reader.again(envelope));
    }
    events.sort(Event.ORDER);
    return events;
  }

  /** Every customer's profile as of the end. */
  private void publishAll() throws IOException {
    try (KeySweep keys = everybody()) {
      while (keys.hasNext()) {
        CustomerState state = customers.look(keys.next()).state();
        if (state.customerId() != null) {
          publisher.publish(engine.snapshot(state, config.time().endMillis()));
        }
      }
    }
  }

  /** How many customers are to be woken soon. */
  int near() {
    return near.size();
  }
}
