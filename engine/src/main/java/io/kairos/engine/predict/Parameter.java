package io.kairos.engine.predict;

/** What every parameter of a model must be. */
final class Parameter {
  private Parameter() {}

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be a number above 0, not " + value);
    }
  }
}
