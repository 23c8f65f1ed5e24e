package io.kairos.local.stories;

import java.util.List;

/**
 * A line of a story that did not come true.
 *
 * @param place of the line
 * @param expected what it asks for
 * @param instead what came instead, one line each
 */
record Failure(Place place, String expected, List<String> instead) {}
