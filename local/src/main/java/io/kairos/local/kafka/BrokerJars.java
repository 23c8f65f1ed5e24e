package io.kairos.local.kafka;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the broker's own jars are: the build folder of its module, with {@code kairos-broker-*.jar}
 * and {@code lib/} in it.
 *
 * @param folder that folder
 */
public record BrokerJars(Path folder) {

  /** The system property that names the folder; default: found from the working directory. */
  static final String PROPERTY = "kairos.broker.lib";

  /** From the system property, else from the project's root or one of its modules. */
  public static BrokerJars locate() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return new BrokerJars(Path.of(named));
    }
    Path inModule = Path.of("broker", "target").toAbsolutePath();
    Path inProject = Path.of("local", "broker", "target").toAbsolutePath();
    return new BrokerJars(Files.isDirectory(inModule) ? inModule : inProject);
  }

  /**
   * The class path of the broker's JVM.
   *
   * @throws IOException if the broker was not built
   */
  public String classPath() throws IOException {
    Path lib = folder.resolve("lib");
    if (Files.isDirectory(lib)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "kairos-broker-*.jar")) {
        for (Path jar : jars) {
          return jar + File.pathSeparator + lib.resolve("*");
        }
      }
    }
    throw new IOException(
        "the broker's jars are not in " + folder + ": build them with ./mvnw -Pfast package");
  }
}
