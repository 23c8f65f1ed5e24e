package io.kairos.torture.bugs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The list of mistakes, {@code seeded-bugs.yaml}. */
final class SeededBugs {
  /** The project's root, where Maven runs the tests of a module in its folder. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private SeededBugs() {}

  static List<SeededBug> all() throws IOException {
    try (InputStream in = SeededBugs.class.getResourceAsStream("/seeded-bugs.yaml")) {
      List<?> entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return entries.stream().map(entry -> bug((Map<?, ?>) entry)).toList();
    }
  }

  private static SeededBug bug(Map<?, ?> entry) {
    return new SeededBug(
        text(entry, "bug"),
        text(entry, "file"),
        text(entry, "find").strip(),
        text(entry, "put").strip(),
        text(entry, "module"),
        text(entry, "test"));
  }

  private static String text(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(key + " is missing in " + entry);
  }
}
