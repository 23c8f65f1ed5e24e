package io.kairos.flink.source;

import io.kairos.engine.cleaning.RejectionReason;
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

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
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
    String topic = Tally.topic(in.kind().origin());
    if (in.reason() == null) {
      tally.add(Counted.EVENTS, topic, in.kind().name().label());
      out.collect(in.envelope());
    } else {
      tally.add(Counted.REJECTED, topic, in.reason().name());
    }
    if (in.kind().late()) {
      tally.add(Counted.LATE, topic);
    }
    if (in.deadLetter() != null) {
      context.output(DEAD_LETTERS, in.deadLetter());
    }
  }
}
