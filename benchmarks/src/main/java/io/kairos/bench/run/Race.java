package io.kairos.bench.run;

import io.kairos.bench.input.InputTopics;
import io.kairos.bench.input.OpenInput;
import io.kairos.bench.input.OutputTopics;
import io.kairos.bench.meter.ReadCount;
import io.kairos.bench.meter.SampleFile;
import io.kairos.local.FolderTree;
import io.kairos.local.StopSignal;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

/** Runs a contender over an input that a broker holds. */
final class Race {
  private final Home home;
  private final RunPlan plan;
  private final OpenInput input;
  private final StopSignal stop;

  Race(Home home, RunPlan plan, OpenInput input, StopSignal stop) {
    this.home = home;
    this.plan = plan;
    this.input = input;
    this.stop = stop;
  }

  /**
   * Runs it to its end.
   *
   * @param progress takes how many events are read, now and then
   * @throws IOException if it failed; the message says why and where its log is
   */
  Figures run(Turn turn, LongConsumer progress) throws IOException, InterruptedException {
    Launch launch = new Launch(home, turn.contender(), InputTopics.PREFIX, fresh(turn));
    try (OutputTopics outputs = new OutputTopics(input.kafka().bootstrapServers())) {
      outputs.empty();
      Process process = launch.start(arguments(turn, launch));
      new Running(process, launch)
          .toItsEnd(stop, () -> progress.accept(SampleFile.recordsSoFar(launch.samples())));
      return Figures.of(
              SampleFile.read(launch.samples()), turn.input(), outputs.written(Topics.TRIGGERS))
          .with(CheckpointFigures.in(launch.folder()));
    } catch (ExecutionException | IllegalArgumentException | IOException failed) {
      throw new IOException(failed.getMessage() + "; see " + launch.log(), failed);
    }
  }

  private Path fresh(Turn turn) throws IOException {
    Path folder =
        home.work()
            .resolve("runs")
            .resolve(
                "%s-%s-%d-slots-round-%d"
                    .formatted(
                        turn.input().form().label(),
                        turn.contender().id(),
                        turn.slots(),
                        turn.round()));
    FolderTree.delete(folder);
    return Files.createDirectories(folder);
  }

  private List<String> arguments(Turn turn, Launch launch) {
    List<String> all =
        new ArrayList<>(
            launch.arguments(input.kafka().bootstrapServers(), turn.slots(), plan.checkpoints()));
    if (turn.contender().isPeer()) {
      all.add("--consumer.interceptor.classes=" + ReadCount.class.getName());
      all.add("--consumer.auto.offset.reset=earliest");
    }
    if (turn.contender().takesJobOptions()) {
      all.addAll(List.of("--work", turn.contender().work().name()));
      settings(turn).forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    }
    return all;
  }

  private Map<String, String> settings(Turn turn) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("time.end", Long.toString(input.lastMillis()));
    settings.putAll(turn.contender().settings());
    settings.putAll(plan.settings());
    return settings;
  }
}
