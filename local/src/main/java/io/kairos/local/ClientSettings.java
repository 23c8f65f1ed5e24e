package io.kairos.local;

import io.kairos.flink.config.References;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Settings of a Kafka client, as the file of {@code --kafka-config} gives them. */
final class ClientSettings {
  static final String OPTION = "--kafka-config";

  private ClientSettings() {}

  /**
   * @param file none where it is null
   * @throws CommandError if it cannot be read, or a reference in it leads nowhere: a client would
   *     take that one for the secret itself
   */
  static Map<String, String> of(Path file) {
    Map<String, String> settings = new HashMap<>();
    if (file != null) {
      GivenFile.requireReadable(file, OPTION, "a properties file");
      Properties read = new Properties();
      try (Reader in = Files.newBufferedReader(file)) {
        read.load(in);
      } catch (IOException | IllegalArgumentException broken) {
        throw new CommandError(file + " is no properties file", broken);
      }
      settings.putAll(References.switchedOn(read));
      read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
      settings.forEach(ClientSettings::requireSecrets);
    }
    return settings;
  }

  private static void requireSecrets(String name, String value) {
    try {
      References.require(name, value);
    } catch (IllegalArgumentException nowhere) {
      throw new CommandError(nowhere.getMessage(), nowhere);
    }
  }
}
