package io.kairos.local.explain;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.rule.RuleHistory;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment sets beside its rule file.
 *
 * @param consent channels on which a customer who never said a word has agreed
 * @param model of predictions, instead of the default one
 */
public record Adjustment(Set<String> consent, Optional<PredictionModel> model) {

  /**
   * The rules of a file under it.
   *
   * @throws io.kairos.engine.rule.RuleFileException if the text is no rule file
   */
  RuleHistory of(String yaml, String currency) {
    return RuleHistory.of(yaml, model.orElseGet(ModelFile::defaults), currency, consent);
  }
}
