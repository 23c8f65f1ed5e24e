package io.kairos.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeWarningsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Ledger SHIPPED = Ledger.of(BaseRules.shipped(), List.of());

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Predicate<String> POLICY = block -> block.startsWith("delivery:");
  private static final String ONLY_A_LINE = "delivery: {personalData: [customer.city]}\n";

  /** A record takes effect 10 s after it is published. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-10T09:00:00Z, false",
    "2026-11-11T00:59:49Z, false",
    "2026-11-11T00:59:50Z, true",
    "2026-11-12T09:00:00Z, true"
  })
  void tellOfADateWhoseFirstHourIsOver(Instant published, boolean told) {
    List<String> warnings = warnings(SHIPPED, everyDoubleEleven(""), published, ZoneOffset.UTC);

    assertThat(warnings.isEmpty()).isNotEqualTo(told);
    assertThat(warnings)
        .allMatch(
            ("2:23 rule 'sale' reaches nobody by this version:"
                    + " in Z its runs of 2026-11-11 begin before it holds")
                ::equals);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-10T16:59:49Z, false", "2026-11-10T16:59:50Z, true"})
  void tellTheHourByTheShopsClock(Instant published, boolean told) {
    assertThat(warnings(SHIPPED, everyDoubleEleven(""), published, SHANGHAI).isEmpty())
        .isNotEqualTo(told);
  }

  @Test
  void tellOfADateBeforeTheOneFromWhichTheRuleHolds() {
    String late = everyDoubleEleven(", effectiveFrom: 2026-11-11T10:00:00+08:00");

    assertThat(warnings(SHIPPED, late, Rules.NOON, SHANGHAI)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"month on 1", "week on MON", "birthday"})
  void tellNothingOfDatesThatComeAgain(String every) {
    String rule = everyDoubleEleven("").replace("2026-11-11", every);

    assertThat(warnings(SHIPPED, rule, Instant.parse("2026-12-24T12:00:00Z"), SHANGHAI)).isEmpty();
  }

  @Test
  void tellNothingOfARuleThatHeldInTimeAndStaysAsItWas() {
    String rule = everyDoubleEleven("");
    Ledger published =
        SHIPPED.with(List.of(Rules.AT.published(Rules.change(SHIPPED, rule).after(), Rules.NOON)));

    assertThat(warnings(published, rule, Instant.parse("2026-12-24T12:00:00Z"), SHANGHAI))
        .isEmpty();
  }

  @Test
  void tellNothingOfARuleThatIsPausedAnyway() {
    String paused = everyDoubleEleven(", status: paused");

    assertThat(warnings(SHIPPED, paused, Instant.parse("2026-12-24T12:00:00Z"), SHANGHAI))
        .isEmpty();
  }

  @Test
  void tellWhichLimitsAPolicyThatReplacesAnotherNoLongerHas() {
    assertThat(warnings(SHIPPED, ONLY_A_LINE))
        .containsExactly("1:11 delivery no longer has quietHours, caps, gap, channels");
    assertThat(warnings(SHIPPED, "delivery: {channels: [push, sms], gap: 1h}\n"))
        .containsExactly("1:11 delivery no longer has quietHours, caps");
  }

  @Test
  void sayHowToKeepTheLimits() {
    assertThat(faults(SHIPPED, ONLY_A_LINE, Rules.NOON, SHANGHAI))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.hint().orElseThrow())
                    .contains("replaced as a whole", "./kairos rules show policy/delivery"));
  }

  @Test
  void tellNothingOfAPolicyThatKeepsItsLimitsOrNeverHadAny() {
    String other = "delivery: {channels: [push], quietHours: {}, caps: [], gap: 0s}\n";

    assertThat(warnings(SHIPPED, other)).isEmpty();
    assertThat(warnings(Rules.ledger(), ONLY_A_LINE)).isEmpty();
    assertThat(warnings(SHIPPED, "attributes: [colour]\n")).isEmpty();
  }

  @Test
  void tellNothingOfThePoliciesOfTheRecipes() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "recipes.md"));
    List<String> policies =
        YAML.matcher(page).results().map(block -> block.group(1)).filter(POLICY).toList();

    assertThat(policies).hasSizeGreaterThan(1);
    assertThat(policies).allSatisfy(policy -> assertThat(warnings(SHIPPED, policy)).isEmpty());
  }

  private static String everyDoubleEleven(String more) {
    return "rules:\n  - {id: sale, every: 2026-11-11, send: {channel: push, template: sale}%s}\n"
        .formatted(more);
  }

  private static List<String> warnings(Ledger before, String yaml) {
    return warnings(before, yaml, Rules.NOON, SHANGHAI);
  }

  private static List<String> warnings(Ledger before, String yaml, Instant now, ZoneId zone) {
    return faults(before, yaml, now, zone).stream()
        .map(one -> "%d:%d %s".formatted(one.line(), one.column(), one.message()))
        .toList();
  }

  private static List<Fault> faults(Ledger before, String yaml, Instant now, ZoneId zone) {
    RuleSource source = Rules.source(yaml);
    Activation at = new Activation(now, Activation.USUAL_DELAY);
    return new ChangeWarnings(source, Proposal.of(before, source.drafts(), Rules.ANN, at), zone)
        .all();
  }
}
