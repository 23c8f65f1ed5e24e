package io.kairos.flink.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Where a secret is kept, in place of the secret: {@code ${file:/PATH:KEY}} in a properties file,
 * {@code ${dir:/FOLDER:FILE}} as a file's whole content, {@code ${env:NAME}} in the environment.
 * They are Kafka's own, so that its clients resolve them by themselves.
 */
public final class References {
  /** How to write one, as the end of a sentence. */
  static final String FORMS =
      "${file:/PATH:KEY} for a key of a properties file, ${dir:/FOLDER:FILE} for the content of a"
          + " file, or ${env:NAME} for an environment variable";

  private static final Pattern PATTERN = ConfigTransformer.DEFAULT_PATTERN;
  private static final Map<String, Supplier<ConfigProvider>> KINDS =
      new TreeMap<>(
          Map.of(
              "dir", DirectoryConfigProvider::new,
              "env", EnvVarConfigProvider::new,
              "file", FileConfigProvider::new));

  private References() {}

  /** The settings by which a Kafka client resolves the references in its others. */
  public static Map<String, String> switchedOn(Map<?, ?> settings) {
    Set<String> kinds =
        settings.values().stream()
            .flatMap(value -> PATTERN.matcher(value.toString()).results())
            .map(reference -> reference.group(1))
            .collect(Collectors.toSet());
    Map<String, String> providers = new HashMap<>();
    KINDS.forEach(
        (kind, provider) -> {
          if (kinds.contains(kind)) {
            providers.merge(AbstractConfig.CONFIG_PROVIDERS_CONFIG, kind, (a, b) -> a + ',' + b);
            providers.put(
                AbstractConfig.CONFIG_PROVIDERS_CONFIG + '.' + kind + ".class",
                provider.get().getClass().getName());
          }
        });
    return providers;
  }

  /** Whether the text is one reference and nothing else. */
  static boolean isOne(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** Whether the text has any. */
  static boolean areIn(String text) {
    return PATTERN.matcher(text).find();
  }

  /**
   * @throws IllegalArgumentException if a reference in the text is of a kind that is not known
   */
  static void requireKinds(String option, String text) {
    PATTERN.matcher(text).results().forEach(reference -> kind(option, reference));
  }

  /**
   * Looks whether the references in a text lead to something.
   *
   * @throws IllegalArgumentException if one does not; the message names option and reference
   */
  public static void require(String option, String text) {
    resolve(option, text);
  }

  /**
   * The text with what its references lead to.
   *
   * @throws IllegalArgumentException if one leads nowhere; the message names option and reference
   */
  static String resolve(String option, String text) {
    return PATTERN
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(value(option, reference)));
  }

  /**
   * The same for a text of one line.
   *
   * @throws IllegalArgumentException also if a secret has a line break, as at the end of a file
   */
  static String resolveLine(String option, String text) {
    PATTERN
        .matcher(text)
        .results()
        .filter(
            reference ->
                value(option, reference).lines().count() != 1
                    || value(option, reference).endsWith("\n"))
        .forEach(
            reference -> {
              throw wrong(option, reference, "must be one line without a line break at its end");
            });
    return resolve(option, text);
  }

  private static String value(String option, MatchResult reference) {
    String path = reference.group(3);
    String key = reference.group(4);
    try (ConfigProvider provider = kind(option, reference).get()) {
      provider.configure(Map.of());
      String value = provider.get(path, Set.of(key)).data().get(key);
      if (value == null || value.isEmpty()) {
        throw wrong(option, reference, "leads to nothing on this machine");
      }
      return value;
    } catch (ConfigException unreadable) {
      throw wrong(option, reference, "cannot be read on this machine");
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  private static Supplier<ConfigProvider> kind(String option, MatchResult reference) {
    Supplier<ConfigProvider> kind = KINDS.get(reference.group(1));
    if (kind == null) {
      throw wrong(option, reference, "is of no known kind. Write " + FORMS);
    }
    return kind;
  }

  private static IllegalArgumentException wrong(String option, MatchResult reference, String why) {
    return new IllegalArgumentException("Option " + option + ": " + reference.group() + ' ' + why);
  }
}
