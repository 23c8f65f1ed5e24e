package io.kairos.local.rules;

import io.kairos.local.CommandError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that somebody wrote, as text.
 *
 * @param name what messages call it
 * @param text all of it
 */
public record RuleText(String name, String text) {

  /**
   * Reads a file.
   *
   * @throws CommandError if it cannot be read, or is no text in UTF-8
   */
  public static RuleText read(Path file) {
    try {
      return new RuleText(file.toString(), Files.readString(file));
    } catch (CharacterCodingException binary) {
      throw new CommandError(file + " is no text in UTF-8: give a rule file in YAML", binary);
    } catch (IOException unreadable) {
      throw new CommandError("cannot read " + file + ": give a rule file in YAML", unreadable);
    }
  }
}
