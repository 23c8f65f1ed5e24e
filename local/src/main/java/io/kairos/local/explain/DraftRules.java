package io.kairos.local.explain;

import io.kairos.engine.rule.RuleHistory;
import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules of a file: what would have happened. */
public record DraftRules(Path file, Adjustment adjustment) implements RuleSource {
  @Override
  public String name() {
    return "the rules of " + file;
  }

  @Override
  public Standing standing() {
    return Standing.DRAFT;
  }

  @Override
  public RuleHistory read(String currency) {
    try {
      return adjustment.of(Files.readString(file), currency);
    } catch (IOException unreadable) {
      throw new CommandError("cannot read the file " + file + " of --rules", unreadable);
    } catch (IllegalArgumentException wrong) {
      throw new CommandError(
          "%s of --rules is wrong: %s".formatted(file, wrong.getMessage()), wrong);
    }
  }
}
