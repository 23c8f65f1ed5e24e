package io.kairos.torture.bugs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A copy of the project to make mistakes in. */
final class ProjectCopy {
  static final String FOUND = "found";
  static final String GREEN = "green without it";

  private static final Set<String> LEFT_OUT = Set.of(".git", "target", "node_modules");
  private static final long PATIENCE_MINUTES = 15;

  private final Path original;
  private final Path root;

  private ProjectCopy(Path original, Path root) {
    this.original = original;
    this.root = root;
  }

  static ProjectCopy of(Path original, Path root) throws IOException {
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(root.resolve(original.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path to = root.resolve(original.relativize(file));
            Files.copy(file, to);
            to.toFile().setExecutable(Files.isExecutable(file));
            return FileVisitResult.CONTINUE;
          }
        });
    return new ProjectCopy(original, root);
  }

  /** What becomes of a mistake: {@link #FOUND}, or what went otherwise. */
  String outcome(SeededBug bug) throws IOException, InterruptedException {
    bug.plant(root);
    try {
      return switch (run(bug)) {
        case GREEN -> "NOT FOUND";
        case RED -> FOUND;
        case NOT_BUILT -> "does not build: " + firstError();
        case NOT_ENDED -> "still running after %d minutes".formatted(PATIENCE_MINUTES);
      };
    } finally {
      Path file = root.resolve(bug.file());
      Files.writeString(file, Files.readString(original.resolve(bug.file())));
    }
  }

  /**
   * What becomes of the test of a mistake that nobody made: {@link #GREEN}, or what went otherwise.
   * One that fails by itself would find any mistake.
   */
  String withoutMistake(SeededBug bug) throws IOException, InterruptedException {
    return switch (run(bug)) {
      case GREEN -> GREEN;
      case RED -> "FAILS without the mistake";
      case NOT_BUILT -> "does not build without the mistake: " + firstError();
      case NOT_ENDED -> "still running after %d minutes".formatted(PATIENCE_MINUTES);
    };
  }

  private enum End {
    GREEN,
    RED,
    NOT_BUILT,
    NOT_ENDED
  }

  private End run(SeededBug bug) throws IOException, InterruptedException {
    Process maven =
        new ProcessBuilder(command(bug))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly().waitFor();
      return End.NOT_ENDED;
    }
    return maven.exitValue() == 0 ? End.GREEN : failure(Files.readString(log()));
  }

  private static End failure(String log) {
    boolean failed = log.contains("There are test failures") || log.contains("<<< FAILURE!");
    return failed || log.contains("<<< ERROR!") ? End.RED : End.NOT_BUILT;
  }

  private Path log() {
    return root.resolve("seeded.log");
  }

  private String firstError() throws IOException {
    return Files.readString(log())
        .lines()
        .filter(line -> line.contains("ERROR"))
        .findFirst()
        .orElse("no error told");
  }

  private static List<String> command(SeededBug bug) {
    List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-q", "-Pfast"));
    String modules = bug.needsBroker() ? bug.module() + ",local/broker" : bug.module();
    command.addAll(List.of("-pl", modules, "-am", bug.needsBroker() ? "verify" : "test"));
    command.addAll(List.of("-DskipTests=false", "-Dsurefire.failIfNoSpecifiedTests=false"));
    if (bug.needsBroker()) {
      command.addAll(
          List.of(
              "-Dtest=None",
              "-DskipITs=false",
              "-Dit.test=" + bug.test(),
              "-Dfailsafe.failIfNoSpecifiedTests=false"));
    } else {
      command.add("-Dtest=" + bug.test());
    }
    return command;
  }
}
