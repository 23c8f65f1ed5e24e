package io.kairos.bench.run;

import io.kairos.bench.input.InputStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param benchmarks the folder of the module
 * @param work takes inputs, states, logs and results
 */
public record Home(Path benchmarks, Path work) {
  private static final String PROPERTY = "kairos.bench.home";

  /** As the {@code kairos} script says, else from the project's root. */
  public static Home locate() {
    Path benchmarks = Path.of(System.getProperty(PROPERTY, "benchmarks")).toAbsolutePath();
    return new Home(benchmarks, benchmarks.resolve("target").resolve("bench"));
  }

  /** The inputs that were written once. */
  public InputStore inputs() {
    return new InputStore(work().resolve("input"));
  }

  /** Of all benchmarks. */
  public ResultFile results() {
    return new ResultFile(work().resolve("results.jsonl"));
  }

  /** The class path of a contender's process, or what is missing to have it. */
  public String classPath(Contender contender) {
    Path target = benchmarks.resolve(contender.module()).normalize().resolve("target");
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalArgumentException("not built: there is no " + target.resolve("lib"));
    }
    return target.resolve("*") + File.pathSeparator + target.resolve("lib").resolve("*");
  }
}
