package io.kairos.bench.restore;

import io.kairos.bench.contract.Work;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.input.InputTopics;
import io.kairos.bench.input.OpenInput;
import io.kairos.bench.input.OutputTopics;
import io.kairos.bench.report.Part;
import io.kairos.bench.restore.Step.Took;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.Launch;
import io.kairos.bench.run.RunPlan;
import io.kairos.bench.run.Running;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.FolderTree;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Measures all steps over the first input of a plan, round by round, in processes of their own. */
public final class RestoreBench {
  private static final int SLOTS = 2;

  private final Home home;
  private final RunPlan plan;
  private final StopSignal stop;
  private final Consumer<String> told;

  /**
   * @param told takes a line about each round
   */
  public RestoreBench(Home home, RunPlan plan, StopSignal stop, Consumer<String> told) {
    this.home = home;
    this.plan = plan;
    this.stop = stop;
    this.told = told;
  }

  /**
   * Runs to the end of the plan.
   *
   * @throws IOException if a round failed; the message says where its log is
   */
  public Part run() throws IOException, InterruptedException {
    InputSpec input = plan.field().inputs().get(0);
    List<Took> all = new ArrayList<>();
    try (OpenInput open = home.inputs().open(input, written -> stop.throwIfRequested())) {
      for (int round = 1; round <= plan.rounds(); round++) {
        List<Took> some = run(open, round);
        all.addAll(some);
        told.accept("round %d  %s".formatted(round, text(some)));
      }
    }
    return RestorePart.of(home.inputs().customersSeen(input), all);
  }

  private List<Took> run(OpenInput open, int round) throws IOException, InterruptedException {
    Path folder = home.work().resolve("runs").resolve("restore-round-" + round);
    FolderTree.delete(folder);
    Launch launch =
        new Launch(home, Contender.FULL, InputTopics.PREFIX, Files.createDirectories(folder));
    try (OutputTopics outputs = new OutputTopics(open.kafka().bootstrapServers())) {
      outputs.empty();
      Process process = launch.start(RestoreRun.class, arguments(launch, open));
      new Running(process, launch).toItsEnd(stop, () -> {});
      return Files.readAllLines(launch.log()).stream().filter(Took::isOne).map(Took::of).toList();
    } catch (ExecutionException | IOException failed) {
      throw new IOException(failed.getMessage() + "; see " + launch.log(), failed);
    }
  }

  private List<String> arguments(Launch launch, OpenInput open) {
    List<String> all =
        new ArrayList<>(
            launch.arguments(open.kafka().bootstrapServers(), SLOTS, plan.checkpoints()));
    all.addAll(List.of("--work", Work.FULL.name()));
    TreeMap<String, String> settings = new TreeMap<>();
    settings.put(KairosOptions.BOUNDED.key(), "false");
    // The topic of customers is empty, and time goes on all the same.
    settings.put(
        KairosOptions.END_CHECK.key(), KairosOptions.END_CHECK.defaultValue().toMillis() + " ms");
    settings.put(KairosOptions.END.key(), Long.toString(open.lastMillis()));
    settings.putAll(plan.settings());
    settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    return all;
  }

  private static String text(List<Took> some) {
    List<String> words = new ArrayList<>();
    for (Took took : some) {
      words.add(String.format(Locale.ROOT, "%s %,d ms", took.step().title(), took.millis()));
    }
    return String.join("; ", words);
  }
}
