package io.kairos.engine.profile;

import java.util.Set;

/**
 * The names that the shop declares as its own.
 *
 * @param events custom events, at most {@value #MOST}
 * @param attributes attributes, at most {@value #MOST}
 */
public record Declared(Set<String> events, Set<String> attributes) {
  public static final int MOST = 16;
  public static final Declared NOTHING = new Declared(Set.of(), Set.of());

  public Declared {
    if (events.size() > MOST || attributes.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " of each can be declared");
    }
  }
}
