package io.kairos.bench.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.RuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyRulesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 1000})
  void areAsManyAsWanted(int count) throws Exception {
    assertThat(RuleFile.parse(ManyRules.text(count), "CNY").rules()).hasSize(count);
  }

  @Test
  void areFoundAmongTheSettingsOfARun() {
    assertThat(ManyRules.count("a=1 bench.rules=100 c=2")).contains(100);
    assertThat(ManyRules.count("bench.rules=1")).contains(1);
    assertThat(ManyRules.count("a=1 other.bench.rules=5")).isEmpty();
    assertThat(ManyRules.count("")).isEmpty();
  }
}
