package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of a plain cluster, with real processes of Flink, ZooKeeper and Kafka. Whatever is
 * done to the job, customers leave their carts behind before it and are reminded after it, once.
 */
final class StandaloneIT {
  private static final int CUSTOMERS = 20;
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private static final Map<String, String> TWO_SLOTS = Map.of("taskmanager.numberOfTaskSlots", "2");

  @TempDir private Path folder;

  private final List<List<String>> waited = new ArrayList<>();
  private Instant time = Instant.parse("2026-09-15T02:00:00Z");
  private StandaloneCluster cluster;
  private StandaloneShop shop;

  /** What is done to a job while customers wait. */
  private interface Deed {
    void run() throws Exception;
  }

  @Test
  void losesNobodyWhateverIsDoneToTheJob() throws Exception {
    try (StandaloneShop opened = StandaloneShop.open(folder);
        StandaloneCluster created = StandaloneCluster.create(folder, 1, 1, TWO_SLOTS)) {
      shop = opened;
      cluster = created.withJobOptions(shop.jobOptions());
      cluster.runWell("start.sh", "--jar", JobJarIT.JAR.toString(), "--parallelism", "1");
      assertThat(cluster.runWell("start.sh")).contains("Running: deployment 1,");

      whileCustomersWait("killed", this::kill);
      whileCustomersWait(
          "upgraded", () -> cluster.runWell("upgrade.sh", anotherVersion("2.0").toString()));
      assertThat(cluster.runWell("status.sh")).contains("version 2.0", "RUNNING");
      whileCustomersWait("not-upgraded", this::failToUpgrade);
      whileCustomersWait("rescaled", () -> cluster.runWell("rescale.sh", "2"));
      requireOne(shop.sent());

      assertThat(cluster.runWell("rollback.sh"))
          .doesNotContain("Running: deployment 6, version 2.0");
      Patience.await("the messages since the upgrade again", this::repeated);
      // Repeats have the ids of the first.
      requireOne(shop.sent());
      assertThat(cluster.runWell("stop.sh", "--without-savepoint")).contains("checkpoint: file:");
      assertThat(cluster.run("status.sh").exitCode()).isEqualTo(1);
      assertThat(cluster.run("start.sh").text()).contains("start.sh --from PATH");
    }
  }

  /** Carts are left before, reminders fall due after. */
  private void whileCustomersWait(String name, Deed deed) throws Exception {
    List<String> customers = shop.leaveCarts(name, CUSTOMERS, time);
    shop.passTo(time.plus(HALF_AN_HOUR));
    deed.run();
    waited.add(customers);
    time = time.plus(TWO_HOURS);
    shop.passTo(time);
    Patience.await(
        "reminders of the customers " + name, () -> shop.sent().keySet().containsAll(customers));
  }

  private void kill() throws Exception {
    cluster.killLeader();
    assertThat(cluster.run("status.sh").exitCode()).isEqualTo(1);
    cluster.runWell("start.sh", "--missing");
  }

  private void failToUpgrade() throws Exception {
    StandaloneCluster.Answer answer = cluster.run("upgrade.sh", withoutTheJob().toString());
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).contains("did not come up", "runs again");
    assertThat(cluster.runWell("status.sh")).contains("version 2.0", "RUNNING");
  }

  /** One message to everybody, however often it went out. */
  private void requireOne(Map<String, Map<String, Integer>> sent) {
    assertThat(sent.keySet()).containsExactlyElementsOf(StandaloneShop.all(waited));
    assertThat(sent.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }

  /** Whether each message that went out since the upgrade was sent again. */
  private boolean repeated() throws IOException {
    Map<String, Map<String, Integer>> sent = shop.sent();
    List<String> since = StandaloneShop.all(waited.subList(1, waited.size()));
    return StandaloneShop.times(sent, since).allMatch(times -> times >= 2);
  }

  private Path anotherVersion(String version) throws IOException {
    Path jar = folder.resolve("kairos-job-" + version + ".jar");
    try (JarFile original = new JarFile(JobJarIT.JAR.toFile());
        OutputStream file = Files.newOutputStream(jar)) {
      Manifest manifest = new Manifest(original.getManifest());
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
      copy(original, new JarOutputStream(file, manifest));
    }
    return jar;
  }

  private static void copy(JarFile from, JarOutputStream to) throws IOException {
    try (to) {
      to.setLevel(0);
      Enumeration<JarEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          to.putNextEntry(new JarEntry(entry.getName()));
          from.getInputStream(entry).transferTo(to);
        }
      }
    }
  }

  private Path withoutTheJob() throws IOException {
    Path jar = folder.resolve("broken.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream empty = new JarOutputStream(file, manifest)) {
      empty.putNextEntry(new JarEntry("nothing"));
    }
    return jar;
  }
}
