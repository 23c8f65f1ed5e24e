package io.kairos.local.profiles;

/** What to try with a record that cannot be read. */
public final class FrameHint {
  private FrameHint() {}

  /** The end of a sentence; empty where there is nothing to try. */
  public static String of(byte[] value) {
    return value.length > 0 && value[0] == 0
        ? "; it begins like the Confluent wire format: name the schema registry with --registry"
        : "";
  }
}
