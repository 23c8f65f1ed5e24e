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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Runs a contender over an input that a broker holds. */
final class Race {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final long END_WITHIN_SECONDS = 10;

  private static final List<String> INPUTS =
      List.of(
          InputTopics.name(Topics.CLICKSTREAM),
          InputTopics.name(Topics.CART),
          InputTopics.name(Topics.ORDERS));

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
    Path folder = fresh(turn);
    Path log = folder.resolve("out.log");
    try (OutputTopics outputs = new OutputTopics(input.kafka().bootstrapServers())) {
      outputs.empty();
      Process process = start(turn, folder, log);
      try {
        await(process, samples(folder), progress);
      } finally {
        end(process);
        FolderTree.delete(folder.resolve("state"));
      }
      stop.throwIfRequested();
      if (process.exitValue() != 0) {
        throw new IOException("ended with exit code " + process.exitValue());
      }
      return Figures.of(
          SampleFile.read(samples(folder)),
          turn.input().events(),
          outputs.written(Topics.TRIGGERS));
    } catch (ExecutionException | IllegalArgumentException | IOException failed) {
      throw new IOException(failed.getMessage() + "; see " + log, failed);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
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

  private static Path samples(Path folder) {
    return folder.resolve("samples.csv");
  }

  private Process start(Turn turn, Path folder, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    ChildJvm.command(turn.contender().backend(), samples(folder), folder.resolve("job.log"), INPUTS)
        .forEach(command::add);
    command.addAll(List.of("-cp", home.classPath(turn.contender()), turn.contender().mainClass()));
    command.addAll(arguments(turn, folder.resolve("state")));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private List<String> arguments(Turn turn, Path state) {
    List<String> all = new ArrayList<>(List.of("--bootstrap", input.kafka().bootstrapServers()));
    all.addAll(List.of("--clicks", INPUTS.get(0), "--carts", INPUTS.get(1)));
    all.addAll(List.of("--orders", INPUTS.get(2)));
    all.addAll(List.of("--triggers", InputTopics.name(Topics.TRIGGERS)));
    all.addAll(List.of("--state", state.toString(), "--slots", Integer.toString(turn.slots())));
    all.addAll(List.of("--checkpoint-millis", Long.toString(plan.checkpoints().toMillis())));
    all.addAll(List.of("--backend", turn.contender().backend().name().toLowerCase(Locale.ROOT)));
    all.addAll(List.of("--group", "bench-" + turn.contender().id() + "-" + turn.round()));
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
    settings.putAll(plan.settings());
    return settings;
  }

  private void await(Process process, Path samples, LongConsumer progress)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + LONGEST.toNanos();
    while (process.isAlive() && !stop.await(POLL)) {
      progress.accept(SampleFile.recordsSoFar(samples));
      if (System.nanoTime() > giveUp) {
        throw new IOException("still ran after " + LONGEST.toHours() + " h");
      }
    }
  }
}
