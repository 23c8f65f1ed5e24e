package io.kairos.local;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.config.RegistryConfig.Registration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which schema registry a command asks. */
final class RegistryOptions {
  private static final long GIVE_UP_MILLIS = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry of records in the Confluent wire format.")
  private String url;

  @Option(
      names = "--registry-basic-auth",
      paramLabel = "REFERENCE",
      description =
          "Where its user:password stands, as $${env:NAME}, $${dir:FOLDER:FILE} or"
              + " $${file:FILE:KEY}.")
  private String basicAuth;

  boolean areGiven() {
    return url != null || basicAuth != null;
  }

  /**
   * The registry; not set where none is named.
   *
   * @throws ParameterException if an option is wrong
   */
  RegistryConfig find(Registration registration) {
    if (url == null && basicAuth != null) {
      throw wrong("--registry-basic-auth goes with --registry");
    }
    try {
      return new RegistryConfig(url, basicAuth, registration, GIVE_UP_MILLIS);
    } catch (IllegalArgumentException refused) {
      throw wrong("--registry: " + refused.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
