package io.kairos.bench.run;

import io.kairos.bench.contract.Checkpoint;
import io.kairos.bench.contract.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the checkpoints of a run took.
 *
 * @param count how many were completed
 * @param durationMillis from the request to the last answer, the mean
 * @param syncMillis Flink's synchronous part, the longest
 * @param pauseMillis for which a task stood still at most, the longest
 * @param writtenBytes what one wrote, the most
 * @param stateBytes the whole state of the last
 */
public record CheckpointFigures(
    int count,
    double durationMillis,
    long syncMillis,
    long pauseMillis,
    long writtenBytes,
    long stateBytes) {

  /** Of the process that worked in a folder; null if it left none. */
  static CheckpointFigures in(Path folder) throws IOException {
    Path file = folder.resolve(Checkpoints.FILE);
    return Files.exists(file) ? of(Checkpoints.read(file)) : null;
  }

  /** Null if there are none. */
  static CheckpointFigures of(Checkpoints checkpoints) {
    List<Checkpoint> all = checkpoints.completed();
    if (all.isEmpty()) {
      return null;
    }
    return new CheckpointFigures(
        all.size(),
        all.stream().mapToLong(Checkpoint::durationMillis).average().orElseThrow(),
        most(all, Checkpoint::syncMillis),
        most(all, Checkpoint::pauseMillis),
        most(all, Checkpoint::writtenBytes),
        all.get(all.size() - 1).stateBytes());
  }

  private static long most(List<Checkpoint> all, ToLongFunction<Checkpoint> number) {
    return all.stream().mapToLong(number).max().orElseThrow();
  }
}
