package io.kairos.local;

import io.kairos.local.imports.ImportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The file and how it is to be read, of every command that reads one. */
final class FormatOptions {

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String format;

  @Mixin private ReadingOptions reading;

  @Parameters(paramLabel = "FILE", description = "The file; may end in .gz.")
  private Path file;

  /** The names that {@code --format} takes. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ImportFormat.names().iterator();
    }
  }

  /**
   * The format; a shop's own file without a currency is in the default one.
   *
   * @throws ParameterException if there is none of that name, or it does not take these options
   */
  ImportFormat format() {
    return reading.format(format);
  }

  /**
   * The file.
   *
   * @throws CommandError if it cannot be read
   */
  Path file() {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read " + file + ": give the path of a file of events");
    }
    return file;
  }
}
