package io.kairos.bench.run;

import io.kairos.bench.contract.Backend;
import io.kairos.bench.contract.Work;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is measured. */
public enum Contender {
  L0("L0 poll", "io.kairos.bench.limit.PollLimit"),
  L1("L1 poll, decode", "io.kairos.bench.limit.DecodeLimit"),
  L2("L2 decode, engine, HashMap", "io.kairos.bench.limit.EngineLimit", Backend.HEAP),
  L3("L3 decode, RocksDB get and put", "io.kairos.bench.limit.StateLimit"),
  F1("F1 Flink source and keyBy", "io.kairos.bench.limit.FlinkLimit"),
  P1("P1 textbook Flink job", "io.kairos.bench.peer.TextbookJob"),
  P2("P2 Flink SQL", "io.kairos.bench.peer.SqlJob"),
  P3("P3 Kafka Streams", "io.kairos.bench.peer.StreamsApp"),
  OURS("Kairos, same work, RocksDB", "io.kairos.bench.ours.OursJob"),
  OURS_UNCACHED("Kairos, same work, no cache", Map.of("profile.cached-customers", "0")),
  OURS_SINGLY("Kairos, same work, one by one", Map.of("profile.apply-together", "false")),
  OURS_TIMERS("Kairos, same work, timers only", Map.of("time.near-wake-ups", "0 s")),
  OURS_HEAP("Kairos, same work, heap", "io.kairos.bench.ours.OursJob", Backend.HEAP),
  FULL("Kairos, full, RocksDB", "io.kairos.bench.ours.OursJob", Backend.ROCKSDB, Work.FULL),
  FULL_HEAP("Kairos, full, heap", "io.kairos.bench.ours.OursJob", Backend.HEAP, Work.FULL);

  private final String title;
  private final String mainClass;
  private final Backend backend;
  private final Work work;
  private final Map<String, String> settings;

  Contender(String title, String mainClass) {
    this(title, mainClass, Backend.ROCKSDB);
  }

  Contender(String title, String mainClass, Backend backend) {
    this(title, mainClass, backend, Work.SAME);
  }

  Contender(String title, String mainClass, Backend backend, Work work) {
    this(title, mainClass, backend, work, Map.of());
  }

  /** Kairos with the three rules, and with something of it switched off. */
  Contender(String title, Map<String, String> settings) {
    this(title, "io.kairos.bench.ours.OursJob", Backend.ROCKSDB, Work.SAME, settings);
  }

  Contender(
      String title, String mainClass, Backend backend, Work work, Map<String, String> settings) {
    this.title = title;
    this.mainClass = mainClass;
    this.backend = backend;
    this.work = work;
    this.settings = settings;
  }

  /** As it is called on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of an id; empty if there is none. */
  public static Optional<Contender> of(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  public String title() {
    return title;
  }

  String mainClass() {
    return mainClass;
  }

  Backend backend() {
    return backend;
  }

  Work work() {
    return work;
  }

  /** Options of Kairos' job that make it this one. */
  Map<String, String> settings() {
    return settings;
  }

  /** Whether it reads options of Kairos' job. */
  boolean takesJobOptions() {
    return isOurs() || this == L2;
  }

  /** Whether it is Kairos' job. */
  boolean isOurs() {
    return mainClass.equals(OURS.mainClass);
  }

  /** Whether it is somebody else's way to do the same work. */
  boolean isPeer() {
    return this == P1 || this == P2 || this == P3;
  }

  /** The folder of its module below that of the benchmarks. */
  String module() {
    return switch (this) {
      case P1, P2 -> "peers";
      case P3 -> "streams";
      default -> ".";
    };
  }
}
