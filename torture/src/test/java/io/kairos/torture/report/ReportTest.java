package io.kairos.torture.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.torture.campaign.CampaignPlan;
import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.Effect;
import io.kairos.torture.campaign.FaultPlan;
import io.kairos.torture.campaign.Recovery;
import io.kairos.torture.campaign.Series;
import io.kairos.torture.check.Difference;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.check.Verdict;
import io.kairos.torture.cluster.Death;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Schedule;
import io.kairos.torture.fault.Strike;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final List<FaultKind> PLANNED =
      List.of(
          FaultKind.KILL_BROKER,
          FaultKind.KILL_BROKER,
          FaultKind.UPGRADE,
          FaultKind.KILL_BROKER,
          FaultKind.RESTORE,
          FaultKind.CALM,
          FaultKind.KILL_BROKER);
  private static final Death DEATH = new Death("d1-jobmanager-2", 239, Path.of("jm.log"));
  private static final Difference LOST = new Difference("a", "rule", 5, "an order", null);

  @Test
  void saysHowTheJobCameBackFromEachKindOfFault() {
    CampaignResult result =
        result(
            List.of(),
            recovery(FaultKind.KILL_BROKER, 4, Effect.FELT),
            recovery(FaultKind.KILL_BROKER, 2, Effect.UNFELT),
            recovery(FaultKind.KILL_BROKER, 9, Effect.RESTARTED),
            recovery(FaultKind.UPGRADE, 7, Effect.RESTARTED));

    assertThat(new Report(result).markdown())
        .contains(
            "| kill-broker | 4 | 3 | 2 | 1 | 4.0 s | 9.0 s |",
            "| upgrade | 1 | 1 | 1 | 1 | 7.0 s | 7.0 s |",
            "| restore | 1 | 0 | 0 | 0 | - | - |");
    assertThat(new Report(result).text())
        .anyMatch(line -> line.matches("kill-broker +4 +3 +2 +1 +4.0 s +9.0 s"));
  }

  @Test
  void saysWhatWasLost() {
    assertThat(new Report(result(List.of(LOST))).text())
        .contains("triggers: 10 expected, 9 seen, 1 lost, 0 unexpected, 0 wrong");
  }

  @Test
  void saysFirstWhatEndedItEarly() {
    Series series = new Series(List.of(), Optional.of("upgrade: no savepoint"));

    assertThat(new Report(result(List.of(), series)).text())
        .startsWith("ENDED EARLY by upgrade: no savepoint");
    assertThat(result(List.of(), series).isClean()).isFalse();
  }

  @Test
  void countsCalmAsNoFault() {
    CampaignResult result =
        result(
            List.of(),
            recovery(FaultKind.CALM, 2, Effect.UNFELT),
            recovery(FaultKind.UPGRADE, 7, Effect.RESTARTED));

    assertThat(new Report(result).text())
        .contains("6 faults planned, 1 struck, 1 felt, 1 restarted tasks");
  }

  @Test
  void saysWhatWasChosen() {
    assertThat(new Report(result(List.of())).text())
        .contains(
            "only: kill-broker, upgrade",
            "left out: fill-disk, for want of a disk",
            "set: time.lateness=9 s");
  }

  @Test
  void saysHowFarItWasJudged() {
    assertThat(new Report(result(List.of())).text())
        .contains(
            "100 events of 40 customers, 0 of them not judged; judged up to 1970-01-01T00:00:30Z");
  }

  @Test
  void saysWhatDied() {
    assertThat(new Report(result(List.of())).text())
        .contains("died: d1-jobmanager-2 ended by itself with exit code 239: see jm.log");
  }

  @Test
  void writesTheSameForPrograms(@TempDir Path folder) throws IOException {
    new ReportFiles(folder)
        .write(result(List.of(LOST), recovery(FaultKind.UPGRADE, 7, Effect.RESTARTED)));

    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.path("seed").asLong()).isEqualTo(17);
    assertThat(json.at("/triggers/lost").asInt()).isEqualTo(1);
    assertThat(json.at("/faults/0/kind").asText()).isEqualTo("upgrade");
    assertThat(json.at("/faults/0/recoveryMillis").asLong()).isEqualTo(7_000);
    assertThat(folder.resolve("report.md")).exists();
    assertThat(folder.resolve("differences.txt")).content().contains("lost: a of rule at 5");
  }

  private static Recovery recovery(FaultKind kind, int seconds, Effect effect) {
    Strike strike = Schedule.each(17, List.of(kind)).get(0);
    return new Recovery(strike, Duration.ofSeconds(1), Duration.ofSeconds(seconds), effect);
  }

  private static CampaignResult result(List<Difference> lost, Recovery... recoveries) {
    return result(lost, new Series(List.of(recoveries), Optional.empty()));
  }

  private static CampaignResult result(List<Difference> lost, Series series) {
    FaultPlan faults =
        new FaultPlan(
            Schedule.each(17, PLANNED),
            List.of(FaultKind.KILL_BROKER, FaultKind.UPGRADE),
            Map.of(FaultKind.FILL_DISK, "want of a disk"),
            Duration.ofMinutes(1));
    CampaignPlan plan =
        new CampaignPlan(3, 17, faults, Guarantee.AT_LEAST_ONCE, Map.of("time.lateness", "9 s"));
    Verdict verdict =
        new Verdict(
            10, 10 - lost.size(), lost, List.of(), List.of(), List.of(), 0, List.of(), 40, 0);
    return new CampaignResult(
        plan,
        Instant.EPOCH,
        Duration.ofMinutes(1),
        series,
        List.of(DEATH),
        Instant.EPOCH.plusSeconds(30),
        100,
        10,
        verdict);
  }
}
