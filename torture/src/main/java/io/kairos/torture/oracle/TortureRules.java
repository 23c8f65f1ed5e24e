package io.kairos.torture.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rule file that comes with this module. */
public final class TortureRules {
  /** Its place on the class path. */
  public static final String RESOURCE = "/torture-rules.yaml";

  private TortureRules() {}

  /** The whole file. */
  public static String text() {
    try (InputStream in = TortureRules.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
