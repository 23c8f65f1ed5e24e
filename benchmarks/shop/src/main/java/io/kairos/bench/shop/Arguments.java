package io.kairos.bench.shop;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A contender's command line: {@code --name value} and {@code --consumer.name=value}. */
public final class Arguments {
  private static final String CONSUMER = "--consumer.";

  private final Map<String, String> values = new HashMap<>();
  private final Properties consumer = new Properties();

  private Arguments() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if a name has no value
   */
  public static Arguments of(String... args) {
    Arguments read = new Arguments();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(CONSUMER) && args[i].contains("=")) {
        String[] pair = args[i].substring(CONSUMER.length()).split("=", 2);
        read.consumer.setProperty(pair[0], pair[1]);
      } else if (args[i].startsWith("--") && i + 1 < args.length) {
        read.values.put(args[i].substring(2), args[++i]);
      } else {
        throw new IllegalArgumentException("no option with a value: " + args[i]);
      }
    }
    return read;
  }

  public String bootstrap() {
    return text("bootstrap");
  }

  public String clicks() {
    return text("clicks");
  }

  public String carts() {
    return text("carts");
  }

  public String orders() {
    return text("orders");
  }

  /** The topics to read. */
  public List<String> inputs() {
    return List.of(clicks(), carts(), orders());
  }

  /** The topic to write alerts to. */
  public String triggers() {
    return text("triggers");
  }

  /** The consumer group, or what it is named after. */
  public String group() {
    return text("group");
  }

  /** A folder for all that is kept on disk. */
  public Path state() {
    return Path.of(text("state"));
  }

  public int slots() {
    return Integer.parseInt(text("slots"));
  }

  /** How often state is made safe. */
  public long checkpointMillis() {
    return Long.parseLong(text("checkpoint-millis"));
  }

  /** Whether state is kept in RocksDB, and not on the heap. */
  public boolean onDisk() {
    return switch (text("backend")) {
      case "rocksdb" -> true;
      case "heap" -> false;
      default -> throw new IllegalArgumentException("--backend is rocksdb or heap");
    };
  }

  /** What was given as {@code --consumer.name=value}. */
  public Properties consumer() {
    Properties copy = new Properties();
    copy.putAll(consumer);
    return copy;
  }

  private String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }
}
