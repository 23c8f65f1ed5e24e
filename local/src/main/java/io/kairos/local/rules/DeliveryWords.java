package io.kairos.local.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a rule file says of delivery, as far as a warning needs it.
 *
 * @param needConsent channels on which marketing needs a word of consent
 * @param testers who receives rules in status test
 */
record DeliveryWords(Set<String> needConsent, Set<String> testers) {

  /** Of a whole rule file. */
  static DeliveryWords of(String document) {
    Optional<Node> delivery =
        YamlTree.of(document).root().flatMap(root -> YamlTree.under("delivery", root));
    Set<String> needed = new TreeSet<>(texts("consentNeeded", delivery).orElse(List.of("sms")));
    needed.removeAll(texts("consentAssumed", delivery).orElse(List.of()));
    return new DeliveryWords(needed, new TreeSet<>(texts("testers", delivery).orElse(List.of())));
  }

  private static Optional<List<String>> texts(String key, Optional<Node> delivery) {
    return delivery.flatMap(policy -> YamlTree.under(key, policy)).map(RuleSummary::texts);
  }
}
