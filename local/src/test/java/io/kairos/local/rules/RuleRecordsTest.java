package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import io.kairos.wire.RuleKind;
import io.kairos.wire.RuleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RuleRecordsTest {
  private final RuleRecords records = new RuleRecords();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void areReadAsTheyWereWritten(Kind kind) {
    Period period = new Period(Optional.of(NOON), Optional.of(NOON.plusSeconds(1)));
    Revision revision =
        new Revision(
            new DeclarationId(kind, "x"),
            4,
            Status.TEST,
            "id: x\n",
            new Revision.Terms(period, "ann", "why"));

    assertThat(records.read(records.value(revision))).contains(revision);
  }

  @Test
  void haveKindIdAndVersionForAKey() {
    Revision revision =
        Rules.published(DeclarationId.rule("hello"), 12, Status.ACTIVE, NOON).revision();

    assertThat(new String(records.key(revision), StandardCharsets.UTF_8))
        .isEqualTo("rule/hello@12");
  }

  @Test
  void ofALaterReleaseOrNoRecordsAreLeftOut() throws IOException {
    RuleRecord.Builder record =
        RuleRecord.newBuilder().setId("x").setVersion(1).setBody("").setStatus("active");
    byte[] kind = bytes(record.setKind(RuleKind.UNKNOWN).build());
    byte[] status = bytes(record.setKind(RuleKind.RULE).setStatus("resting").build());

    assertThat(records.read(kind)).isEmpty();
    assertThat(records.read(status)).isEmpty();
    assertThat(records.read(new byte[] {1, 2, 3})).isEmpty();
  }

  private static byte[] bytes(RuleRecord record) throws IOException {
    return RuleRecord.getEncoder().encode(record).array();
  }
}
