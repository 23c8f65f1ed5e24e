package io.kairos.flink.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/** A login at the registry. It is read where it is needed, and written nowhere. */
final class Login {
  private static final String KEY = "login";

  private Login() {}

  /**
   * The value of the header Authorization.
   *
   * @param reference as Kafka's configuration providers know it
   * @throws IllegalArgumentException if there is nothing under the reference, or no login; names
   *     the reference, never the value
   */
  static String header(String reference) {
    String login = resolved(reference).strip();
    if (login.equals(reference) || !login.contains(":")) {
      throw new IllegalArgumentException(
          "Option schema.registry.basic-auth: there is no user:password under " + reference);
    }
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static String resolved(String reference) {
    Map<String, ConfigProvider> providers =
        Map.of(
            "dir",
            new DirectoryConfigProvider(),
            "env",
            new EnvVarConfigProvider(),
            "file",
            new FileConfigProvider());
    providers.values().forEach(provider -> provider.configure(Map.of()));
    try {
      return new ConfigTransformer(providers).transform(Map.of(KEY, reference)).data().get(KEY);
    } catch (ConfigException unreadable) {
      throw new IllegalArgumentException(
          "Option schema.registry.basic-auth: " + reference + " cannot be read", unreadable);
    }
  }
}
