package io.kairos.torture.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.torture.campaign.CampaignPlan;
import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.Recovery;
import io.kairos.torture.campaign.Series;
import io.kairos.torture.check.Difference;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.check.Verdict;
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
  private static final Difference LOST = new Difference("a", "rule", 5, "an order", null);

  @Test
  void saysHowTheJobCameBackFromEachKindOfFault() {
    CampaignResult result =
        result(
            List.of(),
            recovery(FaultKind.KILL_BROKER, 4),
            recovery(FaultKind.KILL_BROKER, 2),
            recovery(FaultKind.KILL_BROKER, 9),
            recovery(FaultKind.UPGRADE, 7));

    assertThat(new Report(result).markdown())
        .contains("| kill-broker | 3 | 4.0 s | 9.0 s |", "| upgrade | 1 | 7.0 s | 7.0 s |");
    assertThat(new Report(result).text())
        .anyMatch(line -> line.matches("kill-broker +3 +4.0 s +9.0 s"));
  }

  @Test
  void saysWhatWasLost() {
    assertThat(new Report(result(List.of(LOST))).text())
        .contains("triggers: 10 expected, 9 seen, 1 lost, 0 unexpected, 0 with a wrong payload");
  }

  @Test
  void saysFirstWhatEndedItEarly() {
    Series series = new Series(List.of(), Optional.of("upgrade: no savepoint"));

    assertThat(new Report(result(List.of(), series)).text())
        .startsWith("ENDED EARLY by upgrade: no savepoint");
    assertThat(result(List.of(), series).isClean()).isFalse();
  }

  @Test
  void writesTheSameForPrograms(@TempDir Path folder) throws IOException {
    new ReportFiles(folder).write(result(List.of(LOST), recovery(FaultKind.UPGRADE, 7)));

    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.path("seed").asLong()).isEqualTo(17);
    assertThat(json.at("/triggers/lost").asInt()).isEqualTo(1);
    assertThat(json.at("/faults/0/kind").asText()).isEqualTo("upgrade");
    assertThat(json.at("/faults/0/recoveryMillis").asLong()).isEqualTo(7_000);
    assertThat(folder.resolve("report.md")).exists();
    assertThat(folder.resolve("differences.txt")).content().contains("lost: a of rule at 5");
  }

  private static Recovery recovery(FaultKind kind, int seconds) {
    Strike strike = Schedule.each(17, List.of(kind)).get(0);
    return new Recovery(strike, Duration.ofSeconds(1), Duration.ofSeconds(seconds));
  }

  private static CampaignResult result(List<Difference> lost, Recovery... recoveries) {
    return result(lost, new Series(List.of(recoveries), Optional.empty()));
  }

  private static CampaignResult result(List<Difference> lost, Series series) {
    CampaignPlan plan =
        new CampaignPlan(
            3, 17, List.of(), Duration.ofMinutes(1), Guarantee.AT_LEAST_ONCE, Map.of());
    Verdict verdict =
        new Verdict(
            10, 10 - lost.size(), lost, List.of(), List.of(), List.of(), 0, List.of(), 40, 0);
    return new CampaignResult(plan, Instant.EPOCH, Duration.ofMinutes(1), series, 100, 10, verdict);
  }
}
