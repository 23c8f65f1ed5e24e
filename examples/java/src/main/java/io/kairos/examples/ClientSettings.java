package io.kairos.examples;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options that every Kafka client of an example is made with. */
final class ClientSettings {
  @Option(names = "--bootstrap", required = true, description = "Address of the brokers.")
  private String bootstrap;

  @Option(names = "--client", description = "Properties file with more client settings.")
  private Path client;

  /** A copy that may be added to. */
  Properties read() throws IOException {
    Properties settings = new Properties();
    if (client != null) {
      try (Reader in = Files.newBufferedReader(client)) {
        settings.load(in);
      }
    }
    settings.put("bootstrap.servers", bootstrap);
    return settings;
  }
}
