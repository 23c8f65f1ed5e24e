package io.kairos.local;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day as people write it on the command line: {@code 2019-10-01}. */
final class DateText implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new TypeConversionException("'" + text + "' is no day such as 2019-10-01");
    }
  }
}
