package io.kairos.engine.predict;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The full public files, which are not part of the project: {@code KAIROS_DATA} tells where. */
final class PublicFiles {
  private PublicFiles() {}

  /** The file, or the test is skipped. */
  static Path require(String name) {
    Optional<Path> file =
        Stream.of(
                System.getProperty("KAIROS_DATA"),
                System.getenv("KAIROS_DATA"),
                "../../shared/data",
                "../shared/data")
            .filter(folder -> folder != null)
            .map(folder -> Path.of(folder, name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), name + " is not on this machine");
    return file.orElseThrow();
  }
}
