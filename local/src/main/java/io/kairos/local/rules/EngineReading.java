package io.kairos.local.rules;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the engine says of a rule file, and the one place that knows how it says it. */
final class EngineReading {
  private EngineReading() {}

  /** The first fault of a rule file; empty if the engine takes it. */
  static Optional<Fault> ofRules(String yaml, String currency) {
    return fault(() -> RuleFile.parse(yaml, currency));
  }

  /** The first fault of a model file. */
  static Optional<Fault> ofModel(String yaml) {
    return fault(() -> ModelFile.parse(yaml));
  }

  private static Optional<Fault> fault(Runnable reading) {
    try {
      reading.run();
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(fault(refused));
    }
  }

  private static Fault fault(IllegalArgumentException refused) {
    return refused.getCause() instanceof MarkedYamlEngineException marked
        ? YamlFault.of(marked, "")
        : Fault.error(0, 0, refused.getMessage());
  }
}
