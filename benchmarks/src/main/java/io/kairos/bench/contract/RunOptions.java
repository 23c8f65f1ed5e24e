package io.kairos.bench.contract;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The arguments of a contender. */
public final class RunOptions {
  @Option(names = "--bootstrap", required = true)
  private String bootstrapServers;

  @Option(names = "--clicks", required = true)
  private String clicks;

  @Option(names = "--carts", required = true)
  private String carts;

  @Option(names = "--orders", required = true)
  private String orders;

  @Option(names = "--triggers", required = true)
  private String triggers;

  @Option(names = "--state", required = true)
  private Path state;

  @Option(names = "--slots", required = true)
  private int slots;

  @Option(names = "--checkpoint-millis", required = true)
  private long checkpointMillis;

  @Option(names = "--backend", required = true)
  private Backend backend;

  @Option(names = "--group", required = true)
  private String group;

  /** Of our own contenders only. */
  @Option(names = "--work")
  private Work work = Work.SAME;

  /** Of our own contenders only. */
  @Option(names = "--set")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Reads them from a command line; throws picocli's exception if it is wrong. */
  public static RunOptions of(String[] args) {
    RunOptions options = new RunOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
    return options;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The three input topics, by full name. */
  public List<String> inputs() {
    return List.of(clicks, carts, orders);
  }

  public String clicks() {
    return clicks;
  }

  public String carts() {
    return carts;
  }

  public String triggers() {
    return triggers;
  }

  /** An empty folder for state and checkpoints. */
  public Path state() {
    return state;
  }

  public int slots() {
    return slots;
  }

  public long checkpointMillis() {
    return checkpointMillis;
  }

  public Backend backend() {
    return backend;
  }

  public String group() {
    return group;
  }

  public Work work() {
    return work;
  }

  /** Options of the job, by key. */
  public Map<String, String> settings() {
    return settings;
  }
}
