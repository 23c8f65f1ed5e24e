package io.kairos.local.stories;

import io.kairos.engine.event.Event;

/**
 * An event of a story.
 *
 * @param place of its line
 * @param said what the story says of it, without its time
 * @param event as the engine takes it
 */
record Given(Place place, String said, Event event) {}
