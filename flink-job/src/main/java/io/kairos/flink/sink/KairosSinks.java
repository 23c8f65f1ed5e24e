package io.kairos.flink.sink;

import io.kairos.flink.operator.ProfileUpdate;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the job's outputs go: Kafka in production, a list in a test. */
public record KairosSinks(
    Sink<Trigger> triggers,
    Sink<Decision> decisions,
    Sink<ProfileUpdate> profiles,
    Sink<DeadLetter> deadLetters) {}
