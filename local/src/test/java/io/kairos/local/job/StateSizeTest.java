package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.local.InputEvent;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import io.kairos.local.imports.ImportRequest;
import io.kairos.local.imports.PublicFiles;
import io.kairos.local.imports.SortedImport;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many bytes the state of real customers takes, and of made-up ones. */
final class StateSizeTest {

  @Test
  void customersWhoBrowse() throws Exception {
    requireSmall("rees46", "rees46/2019-Oct.head.csv.gz");
  }

  @Test
  void customersWhoBuy() throws Exception {
    requireSmall("retail", "uci-online-retail/online_retail.csv.gz");
  }

  @Test
  void customersOfTheDemo() throws Exception {
    Instant start = Instant.parse("2026-10-24T01:00:00Z");
    Traffic traffic = new Traffic(TrafficPlan.demo(7, start));
    long end = start.plus(Duration.ofHours(6)).toEpochMilli();
    List<InputEvent> events = new ArrayList<>();
    for (InputEvent event = traffic.next(); event.timeMillis() < end; event = traffic.next()) {
      events.add(event);
    }

    requireBounded("demo", run(Shop.DEFAULT).over(events.iterator()));
  }

  private static void requireSmall(String format, String file) throws Exception {
    ImportFormat known = ImportFormat.byName(format, ImportOptions.defaults());
    ImportRequest request = ImportRequest.of(PublicFiles.require(file));
    try (SortedImport events = SortedImport.open(known, request)) {
      EngineRun run = run(new Shop(known.currency(), known.zone())).over(events);
      requireBounded(format, run);
      assertThat(run.bytes()[run.bytes().length / 2]).as("typical").isLessThanOrEqualTo(400);
    }
  }

  private static void requireBounded(String name, EngineRun run) {
    int[] bytes = run.bytes();
    System.out.printf(
        "%s: %,d customers, bytes of state: median %d, 90 %% %d, 99 %% %d, most %d, ever %d%n",
        name,
        bytes.length,
        bytes[bytes.length / 2],
        bytes[bytes.length * 9 / 10],
        bytes[bytes.length * 99 / 100],
        bytes[bytes.length - 1],
        run.mostBytes());
    assertThat(run.mostBytes()).isLessThanOrEqualTo(CustomerState.MOST_BYTES);
  }

  private static EngineRun run(Shop shop) {
    return new EngineRun(new CustomerEngine(RuleFile.defaults(shop.currency()), shop, 60_000));
  }
}
