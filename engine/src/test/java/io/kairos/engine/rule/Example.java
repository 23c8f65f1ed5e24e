package io.kairos.engine.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A block of YAML on a page of the docs.
 *
 * @param place page and line of the block
 */
record Example(String place, String text) {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Set<String> SECTIONS =
      Set.of(
          "rules",
          "tiers",
          "stages",
          "segments",
          "profile",
          "tables",
          "events",
          "attributes",
          "delivery");

  /** All on the pages, in their order, but for stories, which a test of their own reads. */
  static List<Example> ofTheDocs() {
    try (Stream<Path> pages = Files.walk(DOCS)) {
      return pages
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .flatMap(page -> of(page).stream())
          .filter(example -> !example.isOfStories())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Example> of(Path page) {
    List<Example> found = new ArrayList<>();
    StringBuilder block = null;
    List<String> lines = lines(page);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (block == null && line.equals("```yaml")) {
        block = new StringBuilder();
      } else if (block != null && line.equals("```")) {
        int begun = i - (int) block.chars().filter(c -> c == '\n').count();
        found.add(new Example(DOCS.relativize(page) + ":" + begun, block.toString()));
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return found;
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isOfStories() {
    return document() instanceof Map<?, ?> map && map.containsKey("stories");
  }

  /** Whether it is about a model of predictions, whose file is another. */
  boolean isOfAModel() {
    return document() instanceof Map<?, ?> map && map.containsKey("daysPerUnit");
  }

  /** The rule file that it is a part of: a list of rules or keys of one rule are completed. */
  Map<String, Object> file() {
    Object document = document();
    if (document instanceof List<?> rules) {
      return Map.of("rules", rules);
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    ((Map<?, ?>) document).forEach((key, value) -> keys.put(String.valueOf(key), value));
    return keys.keySet().stream().anyMatch(SECTIONS::contains)
        ? keys
        : Map.of("rules", List.of(completed(keys)));
  }

  private static Map<String, Object> completed(Map<String, Object> rule) {
    rule.putIfAbsent("id", "example");
    if (Stream.of("event", "becomes", "every").noneMatch(rule::containsKey)) {
      rule.put("event", "view");
    }
    if (!rule.containsKey("steps")) {
      rule.putIfAbsent("send", Map.of("channel", "push", "template", "example"));
    }
    return rule;
  }

  /** The same file with what it leaves out, but for the rules, as in the default file. */
  String fileAmongDefaults() {
    Map<String, Object> whole = new LinkedHashMap<>();
    ((Map<?, ?>) load(defaultFile())).forEach((key, value) -> whole.put((String) key, value));
    whole.remove("rules");
    whole.putAll(file());
    return new Dump(DumpSettings.builder().build()).dumpToString(whole);
  }

  private Object document() {
    return load(text);
  }

  static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  /** The text of the rule file that ships with the engine. */
  static String defaultFile() {
    return resource("/default-rules.yaml");
  }

  static String resource(String name) {
    try (InputStream in = Example.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return place;
  }
}
