package io.kairos.local;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant as people write it on the command line: {@code 2019-10-01T04:00:00Z}. */
final class InstantText implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new TypeConversionException(
          "'" + text + "' is no instant such as 2019-10-01T04:00:00Z");
    }
  }
}
