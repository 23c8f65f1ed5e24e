package io.kairos.torture.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Random histories through the engine and through the reference. */
class OracleAgainstEngineTest {
  private static final int HISTORIES = Integer.getInteger("kairos.histories", 2_000);
  private static final int UNTIL_RED = 500;

  private final OracleSetup setup = Shops.shanghai();
  private final WrittenRules rules = RuleReading.read(setup.ruleFile());
  private final long seed = Long.getLong("kairos.seed", new Random().nextInt());

  @Test
  void bothSayTheSameBytes() {
    System.out.println("kairos.seed=" + seed + " and the " + HISTORIES + " from it on");
    EngineSide engine = new EngineSide(setup, Distortion.NONE);
    Set<String> said = new HashSet<>();

    for (long history = seed; history < seed + HISTORIES; history++) {
      List<LoggedRecord> log = RandomHistory.of(history);
      List<ExpectedTrigger> expected = Oracle.expected(setup, rules, log);

      Held held = Held.against(expected, engine.triggers(log));

      assertThat(held).as("-Dkairos.seed=" + history).isEqualTo(Held.NOTHING);
      expected.forEach(one -> said.add(kind(one)));
    }
    assertThat(said).as("what the histories made the rules say").containsAll(everything());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void goesRedWhereTheJobDoesSomethingElse(Distortion distortion) {
    EngineSide bent = new EngineSide(setup, distortion);

    boolean red = false;
    for (long history = 0; history < UNTIL_RED && !red; history++) {
      List<LoggedRecord> log = RandomHistory.of(history);
      Held held = Held.against(Oracle.expected(setup, rules, log), bent.triggers(log));
      red = !held.equals(Held.NOTHING);
    }

    assertThat(red).as("one of " + UNTIL_RED + " histories shows it").isTrue();
  }

  private static String kind(ExpectedTrigger one) {
    Trigger trigger = one.trigger();
    return trigger.getKind() == TriggerKind.SEND ? one.rule() : trigger.getCancelReason();
  }

  private Set<String> everything() {
    Set<String> all = rules.rules().stream().map(WrittenRule::id).collect(Collectors.toSet());
    all.addAll(List.of("STOPPED", "LATE_EVENT", "ERASED"));
    return all;
  }
}
