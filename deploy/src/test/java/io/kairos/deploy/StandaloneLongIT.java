package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of a plain cluster do more seldom; with {@code -Plong} only. */
final class StandaloneLongIT {
  private static final int CUSTOMERS = 20;
  private static final Instant LEFT = Instant.parse("2026-09-15T02:00:00Z");
  private static final Instant MEANWHILE = LEFT.plus(Duration.ofMinutes(30));
  private static final Instant DUE = LEFT.plus(Duration.ofHours(2));
  private static final Pattern CHECKPOINT = Pattern.compile("Newest checkpoint: (file:\\S+)");

  @TempDir private Path folder;

  @Test
  void goesOnBehindAnotherLeaderFromACheckpointAndBackWithoutARepeat() throws Exception {
    assumeTrue(Boolean.getBoolean("kairos.long"), "only with -Plong");
    try (StandaloneShop shop = StandaloneShop.open(folder);
        StandaloneCluster cluster =
            StandaloneCluster.create(folder, 2, 1, Map.of())
                .withJobOptions(impatient(shop.jobOptions()))
                .withWorkerBehind("elsewhere", ssh())) {
      cluster.runWell("start.sh", "--jar", JobJarIT.JAR.toString());
      List<String> customers = shop.leaveCarts("waiting", CUSTOMERS, LEFT);
      shop.passTo(MEANWHILE);

      shop.fallSilent();
      cluster.killLeader();
      Patience.await(
          "the one in reserve, which waits for the broker",
          () -> cluster.hasLogged("The job waits for an answer"));
      shop.speakAgain();
      Patience.await("the job", () -> cluster.run("status.sh").exitCode() == 0);
      Matcher stopped = CHECKPOINT.matcher(cluster.runWell("stop.sh", "--without-savepoint"));
      assertThat(stopped.find()).isTrue();
      cluster.runWell("start.sh", "--from", stopped.group(1));
      cluster.runWell("upgrade.sh", JobJarIT.JAR.toString());
      shop.passTo(DUE);
      Patience.await("reminders", () -> shop.sent().keySet().containsAll(customers));
      cluster.runWell("rollback.sh", "--keep-state");
      cluster.runWell("savepoint.sh", "--canonical");

      assertThat(StandaloneShop.times(shop.sent(), customers)).hasSize(CUSTOMERS).containsOnly(1);
      assertThat(cluster.runWell("status.sh")).contains("elsewhere: running");
      cluster.runWell("stop.sh");
    }
  }

  /** A silent broker is noticed soon. */
  private static Map<String, String> impatient(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("kafka.request.timeout.ms", "4000");
    all.put("kafka.default.api.timeout.ms", "5000");
    return all;
  }

  /** Stands for ssh: HOST COMMAND, and the command is one text for a shell. */
  private Path ssh() throws IOException {
    Path script = folder.resolve("ssh");
    Files.writeString(script, "#!/bin/sh\n[ \"$1\" = elsewhere ] && exec sh -c \"$2\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }
}
