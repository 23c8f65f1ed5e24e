package io.kairos.local.doctor;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.wire.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Samples of the clickstream, or of another topic. */
final class Samples {
  static final Sample.Stamps APPENDED = new Sample.Stamps(true, -5, 0);

  private Samples() {}

  /** So many events that arrived at once, and so many that came late by some milliseconds. */
  static Sample late(int onTime, int late, long byMillis) {
    long[] millis = new long[onTime + late];
    Arrays.fill(millis, onTime, millis.length, byMillis);
    return of(Topics.CLICKSTREAM, Map.of(), millis, APPENDED);
  }

  /** So many good ones, and so many that are refused. */
  static Sample refused(Topics topic, int good, RejectionReason reason, int refused) {
    Sample.Refusals refusals = new Sample.Refusals(refused, "what was wrong");
    return of(topic, Map.of(reason, refusals), new long[good], APPENDED);
  }

  static Sample stamped(Sample.Stamps stamps, long... lateness) {
    return of(Topics.CLICKSTREAM, Map.of(), lateness, stamps);
  }

  private static Sample of(
      Topics topic,
      Map<RejectionReason, Sample.Refusals> refused,
      long[] lateness,
      Sample.Stamps stamps) {
    return new Sample(
        topic, topic.name("kairos."), refused, Lateness.of(lateness), stamps, Optional.empty());
  }
}
