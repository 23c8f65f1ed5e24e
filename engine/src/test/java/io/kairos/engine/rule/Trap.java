package io.kairos.engine.rule;

/** A class that fuzzed rules name. Nobody is to load it. */
final class Trap {
  static final String SPRUNG = "kairos.test.trap";

  static {
    System.setProperty(SPRUNG, "sprung");
  }

  private Trap() {}
}
