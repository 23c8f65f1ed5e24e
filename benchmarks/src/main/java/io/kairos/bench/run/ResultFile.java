package io.kairos.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.bench.input.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every result there ever was, a line of JSON each, the latest last.
 *
 * @param file need not be there yet
 */
public record ResultFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  void add(Result result) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        JSON.writeValueAsString(result) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** The results of one benchmark. */
  public List<Result> of(String bench) throws IOException {
    return all().stream().filter(result -> result.bench().equals(bench)).toList();
  }

  /** The benchmark that was the last to have a result. */
  public Optional<String> lastBench() throws IOException {
    List<Result> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).bench());
  }

  /** Events per second of the last run of a contender in one slot, as it is, over such events. */
  public OptionalDouble lastRate(Contender contender, Form form) throws IOException {
    return all().stream()
        .filter(result -> result.figures() != null)
        .filter(result -> result.turn().contender() == contender && result.turn().slots() == 1)
        .filter(result -> result.turn().input().form() == form)
        .filter(result -> result.turn().settings().isEmpty())
        .mapToDouble(result -> result.figures().eventsPerSecond())
        .reduce((before, last) -> last);
  }

  private List<Result> all() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      results.add(JSON.readValue(line, Result.class));
    }
    return results;
  }
}
