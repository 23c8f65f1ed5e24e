package io.kairos.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span as people write it: 90s, 5m, 2h, 1d, or ISO 8601 such as PT90S. */
public final class DurationText implements ITypeConverter<Duration> {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

  /**
   * {@inheritDoc}
   *
   * @throws TypeConversionException if it is no time span above zero
   */
  @Override
  public Duration convert(String text) {
    Duration duration = parse(text);
    if (duration.isZero() || duration.isNegative()) {
      throw new TypeConversionException("'" + text + "' is not above zero");
    }
    return duration;
  }

  /** The same, which may also be 0s. */
  public static final class OrNone implements ITypeConverter<Duration> {

    /**
     * {@inheritDoc}
     *
     * @throws TypeConversionException if it is no time span, or below zero
     */
    @Override
    public Duration convert(String text) {
      Duration duration = parse(text);
      if (duration.isNegative()) {
        throw new TypeConversionException("'" + text + "' is below zero");
      }
      return duration;
    }
  }

  private static Duration parse(String text) {
    Matcher parts = SHORT.matcher(text);
    if (parts.matches()) {
      return unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no time span such as 90s, 5m or PT90S");
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
