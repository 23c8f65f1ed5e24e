package io.kairos.deploy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What {@code kubectl apply -k} would send. */
final class Kustomize {
  private static final Path ROOT = Path.of("kubernetes");
  private static final Map<String, List<Manifest>> BUILT = new ConcurrentHashMap<>();

  private Kustomize() {}

  /** Put together once. Skips the test where there is no kubectl. */
  static List<Manifest> overlay(String name) {
    Assumptions.assumeTrue(isHere(), "kubectl is not on the PATH: overlays are not put together");
    return BUILT.computeIfAbsent(
        name, overlay -> Manifest.of(overlay, run("kubectl", "kustomize", path(overlay))));
  }

  /** Every file that a kustomization could name. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String path(String overlay) {
    return ROOT.resolve("overlays").resolve(overlay).toString();
  }

  private static boolean isHere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  private static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " failed");
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
