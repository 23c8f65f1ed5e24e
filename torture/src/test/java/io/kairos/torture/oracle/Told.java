package io.kairos.torture.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Comparator;
import java.util.List;

/** What the reference expects of a diary, in words; the engine must say the same. */
final class Told {
  private Told() {}

  /** The triggers of a rule in the order of their times, such as "20.0 push pay-reminder {}". */
  static List<String> by(String rule, Diary diary) {
    return by(rule, "", diary);
  }

  /** The same of those customers only whose id begins with something. */
  static List<String> by(String rule, String customer, Diary diary) {
    OracleSetup setup = Shops.shanghai();
    List<ExpectedTrigger> expected = Oracle.expected(setup, diary.log());
    List<Trigger> said = new EngineSide(setup, Distortion.NONE).triggers(diary.log());
    assertThat(Held.against(expected, said)).isEqualTo(Held.NOTHING);
    return expected.stream()
        .filter(one -> one.rule().equals(rule) && one.customerId().startsWith(customer))
        .sorted(Comparator.comparingLong(ExpectedTrigger::eventTimeMillis))
        .map(Told::line)
        .toList();
  }

  private static String line(ExpectedTrigger one) {
    Trigger trigger = one.trigger();
    String what =
        trigger.getKind() == TriggerKind.CANCEL
            ? "CANCEL " + trigger.getCancelReason()
            : trigger.getChannel() + " " + trigger.getTemplate() + " " + trigger.getData();
    return (one.eventTimeMillis() - Diary.START) / 1000.0 + " " + what;
  }
}
