package io.kairos.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.campaign.Campaign;
import io.kairos.torture.campaign.CampaignPlan;
import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.Effect;
import io.kairos.torture.campaign.FaultPlan;
import io.kairos.torture.campaign.Progress;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Schedule;
import io.kairos.torture.report.Report;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shortest campaign: each kind of process dies once, and one stands still. {@code
 * -Dkairos.torture.seed=N} repeats the traffic and the sizes of the faults.
 */
class TortureIT {
  private static final List<FaultKind> FAULTS =
      List.of(
          FaultKind.KILL_TASKMANAGER,
          FaultKind.KILL_LEADER,
          FaultKind.KILL_BROKER,
          FaultKind.PAUSE_TASKMANAGER);

  @TempDir private Path folder;

  @Test
  void losesNothingAndSendsNothingWrong() throws Exception {
    long seed = Long.getLong("kairos.torture.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println("seed " + seed);
    CampaignPlan plan =
        new CampaignPlan(
            1,
            seed,
            new FaultPlan(Schedule.each(seed, FAULTS), FAULTS, Map.of(), Duration.ofMinutes(10)),
            Guarantee.AT_LEAST_ONCE,
            Map.of());

    CampaignResult result = new Campaign(plan, folder, new Progress(out)).run();

    new Report(result).text().forEach(out::println);
    assertThat(result.series().endedEarly()).isEmpty();
    assertThat(result.recoveries())
        .hasSameSizeAs(FAULTS)
        .allMatch(recovery -> recovery.effect() != Effect.UNFELT, "felt");
    assertThat(result.verdict().expected()).isPositive();
    assertThat(result.verdict().lost()).isEmpty();
    assertThat(result.verdict().unexpected()).isEmpty();
    assertThat(result.verdict().wrong()).isEmpty();
    assertThat(result.verdict().contradicted()).isEmpty();
  }
}
