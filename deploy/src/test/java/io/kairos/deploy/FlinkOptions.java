package io.kairos.deploy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.FallbackKey;

/**
 * Flink's and its operator's options, as their own classes declare them: what a configuration file
 * may say, and by which type.
 */
final class FlinkOptions {
  /** Keys that are secrets, which no configuration file may hold. */
  private static final Set<String> SECRETS =
      Set.of("s3.access-key", "s3.secret-key", "s3.access.key", "s3.secret.key");

  /** What the plugin for S3 takes. Its jar of 97 MB is not on the class path of tests. */
  private static final Set<String> S3 =
      Set.of("s3.endpoint", "s3.path.style.access", "s3.entropy.key", "s3.entropy.length");

  private static final Set<String> REPORTER =
      Set.of("factory.class", "filterLabelValueCharacters", "filter.includes", "interval", "port");

  private static final FlinkOptions ALL = scan();

  private final Map<String, ConfigOption<?>> known = new HashMap<>();
  private final Map<String, String> deprecated = new HashMap<>();

  private FlinkOptions() {}

  /** What is wrong with a configuration, a sentence each; keys are whole, as in {@code a.b.c}. */
  static List<String> faults(Map<String, String> configuration) {
    return new TreeMap<>(configuration)
        .entrySet().stream()
            .flatMap(entry -> ALL.fault(entry.getKey(), entry.getValue()).stream())
            .toList();
  }

  private List<String> fault(String key, String value) {
    if (SECRETS.contains(key)) {
      return List.of(key + " is a secret");
    }
    if (key.startsWith("metrics.reporter.")) {
      return reporterFault(key, value);
    }
    if (S3.contains(key)) {
      return List.of();
    }
    ConfigOption<?> option = known.get(key);
    if (option == null) {
      return List.of(
          deprecated.containsKey(key)
              ? key + " is deprecated: use " + deprecated.get(key)
              : key + " is no option");
    }
    return valueFault(option, value);
  }

  private static List<String> valueFault(ConfigOption<?> option, String value) {
    try {
      Configuration.fromMap(Map.of(option.key(), value)).get(option);
      return List.of();
    } catch (IllegalArgumentException wrong) {
      return List.of(option.key() + " cannot be '" + value + "': " + wrong.getMessage());
    }
  }

  /** A reporter's keys have its name in their middle. */
  private static List<String> reporterFault(String key, String value) {
    String[] parts = key.split("\\.", 4);
    if (parts.length < 4 || !REPORTER.contains(parts[3])) {
      return List.of(key + " is no option of a reporter");
    }
    if (parts[3].equals("factory.class") && load(value) == null) {
      return List.of(key + " names no class: " + value);
    }
    if (parts[3].equals("port") && !value.matches("\\d{2,5}(-\\d{2,5})?")) {
      return List.of(key + " is no port: " + value);
    }
    return List.of();
  }

  private static FlinkOptions scan() {
    FlinkOptions options = new FlinkOptions();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(FlinkOptions::isFlinks)
        .flatMap(FlinkOptions::optionClasses)
        .forEach(options::declare);
    return options;
  }

  private static boolean isFlinks(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.startsWith("flink-") && name.endsWith(".jar");
  }

  private static Stream<Class<?>> optionClasses(String jar) {
    List<Class<?>> classes = new ArrayList<>();
    try (JarFile file = new JarFile(jar)) {
      file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.matches("org/apache/flink/[^$]*Options\\.class"))
          .filter(name -> !name.contains("/shaded/"))
          .map(name -> load(name.replace('/', '.').substring(0, name.length() - 6)))
          .filter(Objects::nonNull)
          .forEach(classes::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return classes.stream();
  }

  /** Null where it needs what is not on the class path; then its keys are not known either. */
  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException | LinkageError notHere) {
      return null;
    }
  }

  private void declare(Class<?> declaring) {
    for (Field field : declaring.getDeclaredFields()) {
      if (field.getType() == ConfigOption.class && Modifier.isStatic(field.getModifiers())) {
        declare(field, value(field));
      }
    }
  }

  private void declare(Field field, ConfigOption<?> option) {
    if (field.isAnnotationPresent(Deprecated.class)) {
      deprecated.putIfAbsent(option.key(), "what its documentation names");
    } else {
      known.put(option.key(), option);
    }
    for (FallbackKey other : option.fallbackKeys()) {
      deprecated.put(other.getKey(), option.key());
    }
  }

  private static ConfigOption<?> value(Field field) {
    try {
      field.setAccessible(true);
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
