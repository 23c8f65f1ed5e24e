package io.kairos.local.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.CommandError;
import io.kairos.local.imports.ImportProgress;
import io.kairos.local.imports.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * triggers.jsonl and decisions.jsonl of a replay or a backtest: one of the files, or the folder.
 */
public final class RecordFiles implements RecordSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("triggers.jsonl", "decisions.jsonl", "triggers.jsonl.gz", "decisions.jsonl.gz");

  private final Path path;
  private final ImportProgress progress;

  public RecordFiles(Path path, ImportProgress progress) {
    this.path = path;
    this.progress = progress;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<Recorded> find(String id) throws IOException {
    return read(id, recorded -> recorded.id().equals(id)).stream().findFirst();
  }

  @Override
  public boolean holdsDecisions() {
    return files().stream().anyMatch(file -> file.getFileName().toString().contains("decisions"));
  }

  @Override
  public List<Recorded> fatesOf(String customerId) throws IOException {
    return read(
        customerId, recorded -> recorded.isFate() && recorded.customerId().equals(customerId));
  }

  private List<Recorded> read(String hint, Predicate<Recorded> wanted) throws IOException {
    List<Recorded> found = new ArrayList<>();
    for (Path file : files()) {
      try (BufferedReader lines = new InputFile(file, progress).open()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.contains(hint)) {
            parsed(line, file).filter(wanted).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private List<Path> files() {
    List<Path> files =
        Files.isDirectory(path)
            ? NAMES.stream().map(path::resolve).filter(Files::isRegularFile).toList()
            : Stream.of(path).filter(Files::isRegularFile).toList();
    if (files.isEmpty()) {
      throw new CommandError(
          "there is no triggers.jsonl or decisions.jsonl at %s of --results".formatted(path));
    }
    return files;
  }

  private static Optional<Recorded> parsed(String line, Path file) {
    try {
      JsonNode json = JSON.readTree(line);
      return Optional.ofNullable(Recorded.of(json));
    } catch (JsonProcessingException broken) {
      throw new CommandError(
          "%s is no file of triggers or decisions: %s".formatted(file, broken.getOriginalMessage()),
          broken);
    }
  }
}
