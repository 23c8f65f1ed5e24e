package io.kairos.wire;

/**
 * What Avro reads at most, so that a corrupt length reserves no gigabytes. Avro takes the limits
 * once, when first used.
 */
public final class AvroLimits {
  private AvroLimits() {}

  /** To be called before anything is decoded. */
  public static void set() {
    System.setProperty("org.apache.avro.limits.string.maxLength", "1048576");
    // Only dead letters hold bytes, and those of a record that was too large are meant to be large.
    System.setProperty("org.apache.avro.limits.bytes.maxLength", "4194304");
    System.setProperty("org.apache.avro.limits.collectionItems.maxLength", "10000");
  }
}
