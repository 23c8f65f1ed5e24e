package io.kairos.local.rules;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** The declaration of custom events and attributes: two lists, of which a file may hold one. */
final class DeclaredNames {
  private static final List<String> KEYS = List.of("events", "attributes");

  private DeclaredNames() {}

  /** The draft with the list that it leaves out as it was; any other draft as it is. */
  static Draft complete(Draft draft, Ledger ledger) {
    if (!draft.id().equals(DeclarationId.DECLARED)) {
      return draft;
    }
    StringBuilder body = new StringBuilder(draft.body());
    String known = ledger.latest(draft.id()).map(one -> one.revision().body()).orElse("");
    for (String key : KEYS) {
      if (list(key, draft.body()).isEmpty()) {
        body.append(key).append(": ").append(list(key, known).orElse("[]\n"));
      }
    }
    return new Draft(draft.id(), body.toString(), draft.status(), draft.period());
  }

  private static Optional<String> list(String key, String body) {
    return YamlTree.of(body)
        .root()
        .flatMap(root -> YamlTree.under(key, root))
        .map(DeclaredNames::flow);
  }

  private static String flow(Node list) {
    List<String> names = YamlTree.elements(list).stream().map(YamlTree::textOf).toList();
    return "[" + String.join(", ", names) + "]\n";
  }
}
