package io.kairos.bench.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Which build is measured: results of another one do not stand in one table with its. */
public final class Build {
  private Build() {}

  /**
   * Tells the build of this process from others.
   *
   * @throws IOException if its jars cannot be read
   */
  public static String mark() throws IOException {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
    return mark(Arrays.stream(path).map(Path::of).toList());
  }

  /** Jars of Kairos are the same, byte for byte, where their sources are. */
  static String mark(List<Path> classPath) throws IOException {
    CRC32 sum = new CRC32();
    for (Path jar : classPath.stream().filter(Build::isOurs).sorted().toList()) {
      sum.update(Files.readAllBytes(jar));
    }
    return "%08x".formatted(sum.getValue());
  }

  private static boolean isOurs(Path entry) {
    String name = entry.getFileName().toString();
    return name.startsWith("kairos-") && name.endsWith(".jar");
  }
}
