package io.kairos.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kairos.local.demo.MonitoringFiles.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job says of itself, and whether those understand it who ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MonitoringIT {
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private WatchedDemo demo;
  private PrometheusServer prometheus;

  /** Something that comes true once the job is under way. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    demo = WatchedDemo.start();
    if (PrometheusServer.installed().isPresent()) {
      Path program = PrometheusServer.installed().get();
      prometheus = PrometheusServer.start(program, folder, demo.address(), MonitoringFiles.ALERTS);
    }
  }

  @AfterAll
  void stop() throws IOException {
    if (prometheus != null) {
      prometheus.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void thePageHasEveryMetricAndNoOther() throws Exception {
    await(() -> MetricsPage.shown(demo.scrape()).containsAll(MetricsPage.documented()));

    assertThat(MetricsPage.shown(demo.scrape())).isEqualTo(MetricsPage.documented());
  }

  @Test
  void whatThePageSaysOfFlinkIsThere() throws Exception {
    await(() -> !MetricsPage.shown(demo.scrape()).isEmpty());
    List<String> names = demo.scrape().stream().map(line -> line.split("[{ ]")[0]).toList();

    List<String> endings = MetricsPage.endingsOfFlinks();
    assertThat(endings).hasSizeGreaterThan(10);
    assertThat(endings)
        .filteredOn(ending -> names.stream().noneMatch(name -> name.endsWith(ending)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"marketing", "operations"})
  void everyPanelHasData(String dashboard) throws Exception {
    requirePrometheus();
    List<Query> empty = new ArrayList<>(MonitoringFiles.queries(dashboard));
    assertThat(empty).hasSizeGreaterThan(10);

    await(() -> removeAnswered(empty, Query::text));
    assertThat(empty).as("panels without data").isEmpty();
  }

  @Test
  void everyAlertAsksForWhatThereIs() throws Exception {
    requirePrometheus();
    List<String> unknown = new ArrayList<>(MonitoringFiles.selectorsOfAlerts());
    await(() -> removeAnswered(unknown, selector -> selector));
    assertThat(unknown).as("what alerts ask for and the job does not have").isEmpty();

    await(() -> prometheus.healthOfAlerts().stream().noneMatch("unknown"::equals));
    assertThat(prometheus.healthOfAlerts()).isNotEmpty().containsOnly("ok");
  }

  private void requirePrometheus() {
    assumeTrue(prometheus != null, "no prometheus on the PATH; Debian has it as a package");
  }

  /** Takes out what Prometheus answers while bad records come in; true once nothing is left. */
  private <T> boolean removeAnswered(List<T> open, Function<T, String> query)
      throws IOException, InterruptedException {
    demo.spoil();
    for (T one : List.copyOf(open)) {
      if (prometheus.answers(query.apply(one))) {
        open.remove(one);
      }
    }
    return open.isEmpty();
  }

  /** Asks again and again until it is true, or for long enough. */
  private static void await(Condition condition) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + WITHIN.toNanos();
    while (!condition.holds() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
