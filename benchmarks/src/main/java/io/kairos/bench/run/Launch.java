package io.kairos.bench.run;

import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A contender as a process of its own.
 *
 * @param prefix stands before the topics that it reads and writes
 * @param folder takes its state, samples and logs; exists
 */
public record Launch(Home home, Contender contender, String prefix, Path folder) {
  private static final List<Topics> READ = List.of(Topics.CLICKSTREAM, Topics.CART, Topics.ORDERS);

  /** Starts it with all its arguments. */
  public Process start(List<String> arguments) throws IOException {
    return start(contender.mainClass(), arguments);
  }

  /** Starts something else in its stead, which takes the same arguments. */
  public Process start(Class<?> main, List<String> arguments) throws IOException {
    return start(main.getName(), arguments);
  }

  private Process start(String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    List<String> topics = READ.stream().map(topic -> topic.name(prefix)).toList();
    ChildJvm.command(contender.backend(), samples(), folder.resolve("job.log"), topics)
        .forEach(command::add);
    command.addAll(List.of("-cp", home.classPath(contender), main));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  /**
   * The arguments that every contender understands.
   *
   * @param checkpoints how often state is made safe
   */
  public List<String> arguments(String bootstrapServers, int slots, Duration checkpoints) {
    List<String> all = new ArrayList<>(List.of("--bootstrap", bootstrapServers));
    all.addAll(List.of("--clicks", Topics.CLICKSTREAM.name(prefix)));
    all.addAll(List.of("--carts", Topics.CART.name(prefix)));
    all.addAll(List.of("--orders", Topics.ORDERS.name(prefix)));
    all.addAll(List.of("--triggers", Topics.TRIGGERS.name(prefix)));
    all.addAll(List.of("--state", state().toString(), "--slots", Integer.toString(slots)));
    all.addAll(List.of("--checkpoint-millis", Long.toString(checkpoints.toMillis())));
    all.addAll(List.of("--backend", contender.backend().name().toLowerCase(Locale.ROOT)));
    all.addAll(List.of("--group", "bench-" + folder.getFileName()));
    return all;
  }

  /** What it printed. */
  public Path log() {
    return folder.resolve("out.log");
  }

  /** Not there before it has read something. */
  public Path samples() {
    return folder.resolve("samples.csv");
  }

  /** Need not outlive it. */
  public Path state() {
    return folder.resolve("state");
  }
}
