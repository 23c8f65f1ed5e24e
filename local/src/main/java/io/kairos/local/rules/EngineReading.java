package io.kairos.local.rules;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Problem;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleFileException;
import java.util.List;

/** What the engine says of a rule file, and the one place that knows how it says it. */
final class EngineReading {
  private EngineReading() {}

  /** The faults of a rule file; none if the engine takes it. */
  static List<Fault> ofRules(String yaml, String currency) {
    try {
      RuleFile.parse(yaml, currency);
      return List.of();
    } catch (RuleFileException refused) {
      return refused.problems().stream().map(EngineReading::fault).toList();
    } catch (IllegalArgumentException refused) {
      return List.of(Fault.error(0, 0, refused.getMessage()));
    }
  }

  /** The fault of a model file; none if the engine takes it. */
  static List<Fault> ofModel(String yaml) {
    try {
      ModelFile.parse(yaml);
      return List.of();
    } catch (IllegalArgumentException refused) {
      return List.of(Fault.error(0, 0, refused.getMessage()));
    }
  }

  private static Fault fault(Problem problem) {
    return Fault.error(problem.line(), problem.column(), problem.message());
  }
}
