package io.kairos.local.trial;

import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A rule file that can be read with other rules in it: everything else in it stays.
 *
 * @param file keys and values of the document
 */
record Draft(Map<String, Object> file, String currency) {
  private static final String RULES = "rules";

  /**
   * Reads a rule file.
   *
   * @throws IllegalArgumentException if it is none; the message names rule and key
   */
  static Draft of(String yaml, String currency) {
    RuleFile.parse(yaml, currency);
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new Draft(RuleDraft.map(document), currency);
  }

  /** The rules, each alone. */
  List<RuleDraft> rules() {
    return file.get(RULES) instanceof List<?> rules
        ? rules.stream().map(RuleDraft::map).map(RuleDraft::new).toList()
        : List.of();
  }

  /** The file with these rules only. */
  RuleSet with(List<RuleDraft> rules) {
    Map<String, Object> changed = new LinkedHashMap<>(file);
    changed.put(RULES, new ArrayList<>(rules.stream().map(RuleDraft::keys).toList()));
    String yaml = new Dump(DumpSettings.builder().build()).dumpToString(changed);
    return RuleFile.parse(yaml, currency);
  }
}
