package io.kairos.flink.source;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.DeadLetter;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets cleaned events through, sends the others to the dead letters, and counts both. */
public final class CleaningGate extends ProcessFunction<Ingested, Envelope> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new AvroTypeInfo<>(DeadLetter.class));

  /** Why cleaning refuses; the other reasons are the customer's memory. */
  private static final Set<RejectionReason> OWN =
      EnumSet.range(RejectionReason.UNREADABLE, RejectionReason.ANONYMOUS);

  private transient Tally tally;
  private transient Tally.Count[][] events;

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
    events = new Tally.Count[Origin.values().length][EventName.values().length];
    for (Origin origin : Origin.values()) {
      String topic = Tally.topic(origin);
      tally.announce(Counted.LATE, topic);
      for (RejectionReason reason : OWN) {
        tally.announce(Counted.REJECTED, topic, reason.name());
      }
    }
  }

  @Override
  public void processElement(Ingested in, Context context, Collector<Envelope> out) {
    if (in.reason() == null) {
      passed(in.kind()).add();
      out.collect(in.envelope());
    } else {
      tally.add(Counted.REJECTED, Tally.topic(in.kind().origin()), in.reason().name());
    }
    if (in.kind().late()) {
      tally.add(Counted.LATE, Tally.topic(in.kind().origin()));
    }
    if (in.deadLetter() != null) {
      context.output(DEAD_LETTERS, in.deadLetter());
    }
  }

  /** Shown only from its first event on, since most topics never have most events. */
  private Tally.Count passed(Ingested.Kind kind) {
    Tally.Count[] ofTopic = events[kind.origin().ordinal()];
    int name = kind.name().ordinal();
    if (ofTopic[name] == null) {
      ofTopic[name] = tally.count(Counted.EVENTS, Tally.topic(kind.origin()), kind.name().label());
    }
    return ofTopic[name];
  }
}
