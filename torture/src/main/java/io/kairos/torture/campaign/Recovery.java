package io.kairos.torture.campaign;

import io.kairos.torture.fault.Strike;
import java.time.Duration;

/**
 * How the job came back from a fault.
 *
 * @param lasted how long the fault did
 * @param took from its end to the first trigger that the job released behind that end in event
 *     time; after a fault of the JobManager that leads, behind the instant at which another one led
 *     and all tasks ran
 * @param effect on the job's tasks
 */
public record Recovery(Strike strike, Duration lasted, Duration took, Effect effect) {}
