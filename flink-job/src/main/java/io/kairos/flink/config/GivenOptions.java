package io.kairos.flink.config;

import java.io.IOException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/** Options as a deployment gives them: in a properties file, and as arguments, which win. */
public final class GivenOptions {
  private static final String FILE = "config";

  private GivenOptions() {}

  /**
   * @param args {@code --config FILE} and any option as {@code --key value}
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if one is a secret in plain text
   */
  public static Configuration of(String[] args) throws IOException {
    ParameterTool given = arguments(args);
    Configuration options = given.has(FILE) ? inFile(given.get(FILE)) : new Configuration();
    Configuration arguments = given.getConfiguration();
    PlainSecrets.refuse(arguments, PlainSecrets.Place.ARGUMENTS);
    options.addAll(arguments);
    options.removeKey(FILE);
    return options;
  }

  /**
   * Those of a properties file alone.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if one is a secret in plain text
   */
  public static Configuration inFile(String file) throws IOException {
    Configuration options = ParameterTool.fromPropertiesFile(file).getConfiguration();
    requireReferences(options);
    return options;
  }

  /**
   * @param options as a file gives them
   * @throws IllegalArgumentException if one is a secret in plain text
   */
  public static void requireReferences(Configuration options) {
    PlainSecrets.refuse(options, PlainSecrets.Place.FILE);
  }

  /** Flink's own message quotes every argument. */
  private static ParameterTool arguments(String[] args) {
    try {
      return ParameterTool.fromArgs(args);
    } catch (IllegalArgumentException unpaired) {
      throw new IllegalArgumentException("Arguments are pairs of --key and its value");
    }
  }
}
