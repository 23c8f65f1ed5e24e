package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private static final String GOOD = "kafka.bootstrap.servers=b:1\nprofile.key-salt=${env:PATH}\n";

  @TempDir private Path folder;

  private ConfigFile.Reading read(String text) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("job.properties"), text));
  }

  @Test
  void aGoodFileIsOk() throws IOException {
    ConfigFile.Reading read = read(GOOD);

    assertThat(read.config()).isPresent();
    assertThat(read.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK, Verdict.OK);
  }

  @Test
  void allMistakesAreNamedAtOnce() throws IOException {
    ConfigFile.Reading read =
        read(
            GOOD
                + "shop.curency=EUR\nshop.currency=QQQ\ntime.lateness=2 parsecs\n"
                + "delivery.mode=dead\nrule.activation-delay=1 s\n");

    assertThat(read.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .extracting(Finding::check)
        .containsExactlyInAnyOrder(
            "shop.curency",
            "shop.currency",
            "time.lateness",
            "delivery.mode",
            "rule.activation-delay");
    assertThat(read.config()).isPresent();
  }

  @Test
  void withoutBrokersThereIsNothingElseToLookAt() throws IOException {
    ConfigFile.Reading read = read("shop.currency=QQQ\n");

    assertThat(read.config()).isEmpty();
    assertThat(read.findings()).extracting(Finding::check).contains("kafka.bootstrap.servers");
  }

  @Test
  void aMissingSaltIsNamedAndTheRestStillRead() throws IOException {
    ConfigFile.Reading read = read("kafka.bootstrap.servers=b:1\n");

    assertThat(read.config()).isPresent();
    assertThat(read.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .extracting(Finding::check)
        .containsExactly("profile.key-salt");
  }

  @Test
  void aSaltInPlainTextIsNamedOnceAndNotShown() throws IOException {
    ConfigFile.Reading read = read("kafka.bootstrap.servers=b:1\nprofile.key-salt=s3cret\n");

    assertThat(read.config()).isPresent();
    assertThat(read.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.check()).isEqualTo("profile.key-salt"),
            finding -> assertThat(finding.toString()).doesNotContain("s3cret"));
  }

  @Test
  void aSaltThatIsNotThereIsNamedAndTheRestStillRead() throws IOException {
    ConfigFile.Reading read =
        read("kafka.bootstrap.servers=b:1\nprofile.key-salt=${env:NOT_SET}\n");

    assertThat(read.config()).isPresent();
    assertThat(read.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.check()).isEqualTo("profile.key-salt"),
            finding -> assertThat(finding.found()).startsWith("${env:NOT_SET} leads to nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "${env:NOT_SET}"})
  void aLoginThatIsWrongIsNotSaidToBeMissing(String password) throws IOException {
    ConfigFile.Reading read =
        read(
            GOOD
                + "kafka.security.protocol=SASL_SSL\nkafka.sasl.mechanism=SCRAM-SHA-512\n"
                + "kafka.sasl.jaas.config="
                + "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"kairos\" password=\""
                + password
                + "\";\n");

    assertThat(read.config()).isEmpty();
    assertThat(read.findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.check()).isEqualTo("kafka.sasl.jaas.config"),
            finding -> assertThat(finding.found()).doesNotContain("missing", "s3cret"));
  }

  @Test
  void eachMistakeOfTheRuleFileIsNamedWithItsLine() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"), "rules:\n- id: a\n  when: nothing.known > 1\n");

    assertThat(read(GOOD + "rule.file=" + rules + "\n").findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.check()).isEqualTo("rule.file"))
        .anySatisfy(finding -> assertThat(finding.found()).contains("line "))
        .allSatisfy(finding -> assertThat(finding.advice().mend()).contains(rules.toString()));
  }

  @Test
  void aFileThatAnOptionNamesAndThatIsNotThereIsNamed() throws IOException {
    assertThat(read(GOOD + "rule.file=" + folder.resolve("none.yaml") + "\n").findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .extracting(Finding::check)
        .containsExactly("rule.file");
  }
}
