package io.kairos.local.explain;

import io.kairos.engine.CustomerState;
import io.kairos.engine.event.Event;
import java.util.List;

/**
 * One step of the engine.
 *
 * @param events applied in it
 * @param atMillis up to which it went, epoch milliseconds
 */
record Turn(
    List<Event> events, long atMillis, CustomerState before, CustomerState after, Hearing heard) {}
