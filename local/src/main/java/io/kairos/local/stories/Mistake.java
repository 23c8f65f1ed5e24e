package io.kairos.local.stories;

/** Something in a story file that its writer has to mend. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  Mistake(Place place, String message) {
    super(message);
    this.place = place;
  }

  Place place() {
    return place;
  }
}
