package io.kairos.local.stories;

import java.util.List;

/**
 * One story: what a customer does and what is to come of it.
 *
 * @param title what it is called
 * @param given the events, as they are written
 * @param expected what is to come of them
 * @param times how its times are written
 * @param endMillis how long it goes on, epoch milliseconds
 */
record Story(
    Title title, List<Given> given, List<Expectation> expected, TimeWriter times, long endMillis) {

  /**
   * What it is called.
   *
   * @param name a sentence
   * @param place where it stands in its file
   */
  record Title(String name, Place place) {}
}
