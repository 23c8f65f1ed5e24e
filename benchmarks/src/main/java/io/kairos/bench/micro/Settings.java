package io.kairos.bench.micro;

import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.contract.Work;
import io.kairos.bench.input.InputTopics;
import io.kairos.bench.ours.OursConfig;
import io.kairos.engine.CustomerEngine;
import io.kairos.flink.config.KairosConfig;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Kairos' settings as in a benchmark of the whole, for pieces that ask no broker. */
final class Settings {
  private Settings() {}

  static KairosConfig of(Work work) throws IOException {
    Path state = Files.createTempDirectory("kairos-micro");
    try {
      return OursConfig.of(RunOptions.of(arguments(work, state)));
    } finally {
      Files.deleteIfExists(state.resolve("same-work.yaml"));
      Files.deleteIfExists(state);
    }
  }

  static CustomerEngine engine(KairosConfig config) {
    return new CustomerEngine(
        config.decisions().history(),
        config.decisions().shop(),
        config.output().publishEveryMillis());
  }

  private static String[] arguments(Work work, Path state) {
    return new String[] {
      "--bootstrap=none:9092",
      "--clicks=" + InputTopics.name(Topics.CLICKSTREAM),
      "--carts=" + InputTopics.name(Topics.CART),
      "--orders=" + InputTopics.name(Topics.ORDERS),
      "--triggers=none",
      "--state=" + state,
      "--slots=1",
      "--checkpoint-millis=10000",
      "--backend=HEAP",
      "--group=none",
      // The end of the week that is written.
      "--set=time.end=" + Instant.parse("2026-03-08T16:00:00Z").toEpochMilli(),
      "--work=" + work
    };
  }
}
