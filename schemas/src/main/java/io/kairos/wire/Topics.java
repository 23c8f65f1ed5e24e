package io.kairos.wire;

import java.util.List;

/** Every topic that Kairos reads or writes, by its name without the deployment's prefix. */
public enum Topics {
  CUSTOMERS("customers", Cleanup.DELETE),
  CLICKSTREAM("clickstream", Cleanup.DELETE),
  CART("cart", Cleanup.DELETE),
  ORDERS("orders", Cleanup.DELETE),
  FEEDBACK("feedback", Cleanup.DELETE),
  RULES("rules", Cleanup.COMPACT),
  TRIGGERS("triggers", Cleanup.DELETE),
  DECISIONS("decisions", Cleanup.DELETE),
  PROFILES("profiles", Cleanup.COMPACT),
  DEAD_LETTERS("dead-letters", Cleanup.DELETE);

  /** How the broker forgets. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  /** What stands before every topic name, consumer group and transactional id by default. */
  public static final String DEFAULT_PREFIX = "kairos.";

  private static final List<Topics> INPUTS = List.of(CUSTOMERS, CLICKSTREAM, CART, ORDERS);

  private final String label;
  private final Cleanup cleanup;

  Topics(String label, Cleanup cleanup) {
    this.label = label;
    this.cleanup = cleanup;
  }

  /** The topics with customers' events, in the order in which ties of time are broken. */
  public static List<Topics> inputs() {
    return INPUTS;
  }

  /** The name without prefix. */
  public String label() {
    return label;
  }

  /** The full name under a prefix such as {@value #DEFAULT_PREFIX}. */
  public String name(String prefix) {
    return prefix + label;
  }

  /** How the broker is to forget: after a time, or all but the last record of a key. */
  public Cleanup cleanup() {
    return cleanup;
  }
}
