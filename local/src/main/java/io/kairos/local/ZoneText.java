package io.kairos.local;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time zone as people write it on the command line: {@code Asia/Shanghai}. */
final class ZoneText implements ITypeConverter<ZoneId> {
  @Override
  public ZoneId convert(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new TypeConversionException("'" + text + "' is no time zone such as Asia/Shanghai");
    }
  }
}
