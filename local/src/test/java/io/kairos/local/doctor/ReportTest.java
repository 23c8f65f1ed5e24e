package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private static final Diagnosis.Place PLACE = new Diagnosis.Place("b:1", "kairos.");

  private static Diagnosis diagnosis(Finding... findings) {
    return new Diagnosis(
        PLACE, List.of(new Chapter("Topics", List.of(findings))), Diagnosis.Sight.FULL);
  }

  private static Finding stamp(String topic) {
    return Finding.warning(
        "stamp", topic, "CreateTime", new Advice("It is a producer's.", "set " + topic));
  }

  @Test
  void whatIsFoundAlikeOfSeveralTopicsIsOneWithTheCommandOfEach() {
    assertThat(
            new Report(
                    diagnosis(
                        Finding.ok("there", "kairos.cart", "yes"),
                        stamp("kairos.cart"),
                        stamp("kairos.orders")))
                .lines())
        .containsExactly(
            "Kairos on Kafka at b:1, topics kairos.*",
            "",
            "Topics",
            "  warning  stamp of cart, orders: CreateTime",
            "           It is a producer's.",
            "           > set kairos.cart",
            "           > set kairos.orders",
            "  ok       there of cart: yes",
            "",
            "0 wrong, 1 warning, 0 notes, 1 ok");
  }

  @Test
  void aTerminalIsNotDrivenByWhatWasFound() {
    assertThat(new Report(diagnosis(Finding.ok("x", "", "a\u001b[2Jb"))).lines())
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void jsonListsEachFinding() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(new Report(diagnosis(stamp("kairos.cart"), stamp("kairos.orders"))).json());

    assertThat(json.get("warning").asLong()).isEqualTo(2);
    assertThat(json.get("findings"))
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.get("theme").asText()).isEqualTo("topics"))
        .allSatisfy(finding -> assertThat(finding.get("verdict").asText()).isEqualTo("warning"));
    assertThat(json.get("findings").get(1).get("subject").asText()).isEqualTo("kairos.orders");
  }

  @ParameterizedTest
  @CsvSource({
    "OK, FULL, 0",
    "NOTE, FULL, 0",
    "WARNING, FULL, 0",
    "WRONG, FULL, 1",
    "WRONG, FILE_ONLY, 2",
    "OK, FILE_ONLY, 2"
  })
  void theExitCodeSaysWhetherSomethingIsWrong(Verdict verdict, Diagnosis.Sight sight, int code) {
    Finding finding = new Finding(verdict, "x", "", "y", Advice.NONE);
    Diagnosis diagnosis =
        new Diagnosis(PLACE, List.of(new Chapter("Topics", List.of(finding))), sight);

    assertThat(diagnosis.exitCode()).isEqualTo(code);
  }
}
