package io.kairos.flink.registry;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A login at the registry. It is read where it is needed, and written nowhere. */
final class Login {
  private Login() {}

  /**
   * The value of the header Authorization.
   *
   * @param reference as Kafka's configuration providers know it
   * @throws IllegalArgumentException if there is nothing under the reference, or no login; names
   *     the reference, never the value
   */
  static String header(String reference) {
    String login = new Secret(RegistryConfig.BASIC_AUTH, reference).reveal();
    if (!login.contains(":")) {
      throw new IllegalArgumentException(
          "Option " + RegistryConfig.BASIC_AUTH + ": there is no user:password under " + reference);
    }
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }
}
