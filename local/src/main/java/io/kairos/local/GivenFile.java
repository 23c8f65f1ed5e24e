package io.kairos.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Files and folders that options name: a mistake in one is told before anything starts. */
final class GivenFile {
  private GivenFile() {}

  /**
   * What a file says.
   *
   * @param file nothing where it is null
   * @param parse refuses a wrong text with {@link IllegalArgumentException}
   * @throws CommandError if it cannot be read, or is refused
   */
  static <T> Optional<T> read(String option, Path file, Function<String, T> parse) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(Files.readString(file)));
    } catch (IOException unreadable) {
      throw new CommandError("cannot read the file " + file + " of " + option, unreadable);
    } catch (IllegalArgumentException wrong) {
      throw new CommandError(
          "%s of %s is wrong: %s".formatted(file, option, wrong.getMessage()), wrong);
    }
  }

  /**
   * @param what the option takes
   * @throws CommandError if it is no file that can be read
   */
  static void requireReadable(Path file, String option, String what) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read %s of %s: give %s".formatted(file, option, what));
    }
  }

  /**
   * Finds out before a run, not after it, that there is no place for its results.
   *
   * @param folder nothing is done where it is null
   * @throws CommandError if it cannot be made, or not be written to
   */
  static void makeFolder(String option, Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException impossible) {
      throw new CommandError("cannot make the folder " + folder + " of " + option, impossible);
    }
    if (!Files.isWritable(folder)) {
      throw new CommandError("cannot write to the folder " + folder + " of " + option);
    }
  }
}
