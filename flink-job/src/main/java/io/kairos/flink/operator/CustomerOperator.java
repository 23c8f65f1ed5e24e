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
import io.kairos.flink.state.OwnType;
import io.kairos.flink.state.StoredCustomer;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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
 * <p>Keeps one value for each customer, which ends when the customer is erased down to a marker;
 * the events ahead of the watermark, on the heap and in checkpoints as raw keyed state; and at most
 * one timer for each customer, moved lazily. When the watermark passes, a customer's events are
 * applied together. Emits triggers, and on the side decisions and profiles.
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
  private transient ValueState<StoredCustomer> customers;
  private transient InternalTimerService<VoidNamespace> timers;
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
    if (context.isRestored()) {
      WaitingState.restore(context.getRawKeyedStateInputs(), waiting);
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
    customers =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(Names.CUSTOMERS, OwnType.STORED_CUSTOMER));
    timers = getInternalTimerService(Names.WAKE_UPS, VoidNamespaceSerializer.INSTANCE, this);
    Tally tally = new Tally(getRuntimeContext());
    publisher = new Publisher(config, output, tally);
    boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    rules.open(tally, first);
    nowMillis = Long.MIN_VALUE;
    MetricGroup group = getMetricGroup().addGroup(Tally.GROUP);
    ruleCounts = new RuleCounts(rules.history(), tally);
    if (first) {
      ruleCounts.show(group);
    }
    metrics = new CustomerMetrics(group, tally, config, waiting);
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
      output.emitWatermark(mark);
      return;
    }
    nowMillis = Math.min(mark.getTimestamp(), config.time().endMillis());
    for (List<Envelope> envelopes : waiting.take(nowMillis)) {
      setCurrentKey(envelopes.get(0).key());
      advance(events(envelopes));
    }
    ruleCounts.at(nowMillis);
    metrics.reached(nowMillis);
    boolean last = mark.equals(Watermark.MAX_WATERMARK);
    rules.sweep(getKeyedStateBackend(), last, this::lookAgain);
    super.processWatermark(mark);
  }

  /** A customer's timer is set anew after the rules changed. */
  private void lookAgain(CustomerKey key) throws Exception {
    setCurrentKey(key);
    StoredCustomer stored = customers.value();
    if (stored != null && engine.nextDeadline(stored.state()) < stored.wakeUpMillis()) {
      store(new StoredCustomer(stored.wakeUpMillis(), advanced(stored.state(), List.of())));
      metrics.touched(CustomerMetrics.Cause.RULES);
    }
  }

  @Override
  public void onEventTime(InternalTimer<CustomerKey, VoidNamespace> timer) throws Exception {
    StoredCustomer stored = customers.value();
    if (stored != null && stored.wakeUpMillis() == timer.getTimestamp()) {
      CustomerState state = advanced(stored.state(), List.of());
      store(new StoredCustomer(Long.MAX_VALUE, state));
      metrics.touched(CustomerMetrics.Cause.TIME);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<CustomerKey, VoidNamespace> timer) {
    throw new IllegalStateException("No timer of processing time is ever set");
  }

  @Override
  public void finish() throws Exception {
    if (config.time().endMillis() != Long.MAX_VALUE) {
      publishAll();
    }
    super.finish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    rules.snapshot();
    WaitingState.snapshot(waiting, context.getRawKeyedOperatorStateOutput(), maxParallelism());
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

  private void advance(List<Event> events) throws Exception {
    StoredCustomer stored = customers.value();
    CustomerState before =
        stored == null ? CustomerState.of(events.get(0).customerId()) : stored.state();
    long wakeUp = stored == null ? Long.MAX_VALUE : stored.wakeUpMillis();
    store(new StoredCustomer(wakeUp, advanced(before, events)));
    metrics.touched(CustomerMetrics.Cause.EVENTS);
  }

  private CustomerState advanced(CustomerState state, List<Event> events) {
    return engine.advance(state, events, nowMillis, publisher);
  }

  /** Writes a customer and sees to it that the timer stands no later than the next deadline. */
  private void store(StoredCustomer customer) throws Exception {
    long deadline = engine.nextDeadline(customer.state());
    boolean none = deadline > config.time().endMillis() || deadline == Long.MAX_VALUE;
    CustomerKey key = (CustomerKey) getCurrentKey();
    long wanted = none ? Long.MAX_VALUE : WakeUps.at(deadline, nowMillis, key);
    boolean stays = customer.wakeUpMillis() <= wanted && !none;
    long wakeUp = stays ? customer.wakeUpMillis() : wanted;
    if (wakeUp != customer.wakeUpMillis()) {
      move(customer.wakeUpMillis(), wakeUp);
    }
    customers.update(new StoredCustomer(wakeUp, customer.state()));
    metrics.written(customer.state());
  }

  private void move(long from, long to) {
    if (from != Long.MAX_VALUE) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, from);
    }
    if (to != Long.MAX_VALUE) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, to);
    }
  }

  private List<Event> events(List<Envelope> envelopes) throws UnreadableRecord {
    List<Event> events = new ArrayList<>(envelopes.size());
    for (Envelope envelope : envelopes) {
      events.add(reader.read(envelope.origin(), envelope.record(), envelope.arrivalMillis()));
    }
    events.sort(Event.ORDER);
    return events;
  }

  /** Every customer's profile as of the end. */
  private void publishAll() throws Exception {
    try (Stream<CustomerKey> keys =
        this.<CustomerKey>getKeyedStateBackend().getKeys(Names.CUSTOMERS, VoidNamespace.INSTANCE)) {
      for (CustomerKey key : (Iterable<CustomerKey>) keys::iterator) {
        setCurrentKey(key);
        CustomerState state = customers.value().state();
        if (state.customerId() != null) {
          publisher.profile(engine.snapshot(state, config.time().endMillis()));
        }
      }
    }
  }
}
