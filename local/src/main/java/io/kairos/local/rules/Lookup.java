package io.kairos.local.rules;

import io.kairos.local.CommandError;
import io.kairos.local.imports.NearestName;
import java.util.List;

/**
 * Finds what people name on a command line.
 *
 * @param ledger where to look
 */
public record Lookup(Ledger ledger) {

  /**
   * A rule by its id, or anything by kind and id such as {@code segment/stages}; anything by its id
   * alone where no rule is called so.
   *
   * @throws CommandError if there is none; names the nearest
   */
  public History any(String name) {
    return ledger.histories().stream()
        .filter(history -> history.id().toString().equals(name))
        .findFirst()
        .or(() -> ledger.history(DeclarationId.rule(name)))
        .or(() -> ledger.histories().stream().filter(h -> h.id().id().equals(name)).findFirst())
        .orElseThrow(() -> unknown(name));
  }

  /**
   * A rule by its id.
   *
   * @throws CommandError if there is none, or it is something else
   */
  public History rule(String name) {
    History found = any(name);
    if (found.id().kind() != Kind.RULE) {
      throw new CommandError(
          "%s is no rule: publish a file with what is to hold in its place".formatted(found.id()));
    }
    return found;
  }

  private CommandError unknown(String name) {
    List<String> known =
        ledger.histories().stream().map(history -> history.id().title()).sorted().toList();
    return new CommandError(
        "no rule '%s'%s"
            .formatted(
                name,
                NearestName.of(name, known)
                    .map(": did you mean %s?"::formatted)
                    .orElse(": see ./kairos rules list --all")));
  }
}
