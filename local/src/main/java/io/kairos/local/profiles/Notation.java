package io.kairos.local.profiles;

import io.kairos.local.view.Columns;
import io.kairos.local.view.EventTimes;
import io.kairos.local.view.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;

/**
 * How values are written in one line.
 *
 * @param currency ISO 4217 code of the amounts
 * @param times writes times
 */
record Notation(String currency, EventTimes times) {
  static final String UNKNOWN = "-";

  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final double LONG_NUMBER = 1000;

  /** A value, a list as "a, b", a map as "k=v, l=w", a record as "field value, field value". */
  String text(Object value, Meaning meaning) {
    if (value == null) {
      return UNKNOWN;
    } else if (value instanceof Number number) {
      return number(number, meaning);
    } else if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    } else if (value instanceof ByteBuffer bytes) {
      return bytes.remaining() + " bytes";
    } else if (value instanceof Collection<?> list) {
      return list.stream().map(one -> text(one, meaning)).collect(Collectors.joining(", "));
    } else if (value instanceof Map<?, ?> map) {
      return pairs(map, meaning).collect(Collectors.joining(", "));
    } else if (value instanceof IndexedRecord record) {
      return fields(record);
    }
    return Columns.harmless(value.toString());
  }

  /** A share as "91.3 %". */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The pairs of a map as "k=v", by key. */
  Stream<String> pairs(Map<?, ?> map, Meaning meaning) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(pair -> text(pair.getKey(), Meaning.TEXT) + "=" + text(pair.getValue(), meaning));
  }

  private String fields(IndexedRecord record) {
    return record.getSchema().getFields().stream()
        .filter(field -> record.get(field.pos()) != null)
        .map(field -> Label.of(field) + " " + text(record.get(field.pos()), Meaning.of(field)))
        .collect(Collectors.joining(", "));
  }

  private String number(Number number, Meaning meaning) {
    return switch (meaning) {
      case TIME -> times.full(number.longValue());
      case SPAN -> Figures.duration(Duration.ofMillis(number.longValue()));
      case MINOR_UNITS -> minor(number.longValue());
      case MAJOR_UNIT -> finite(number) ? major(number.doubleValue()) : UNKNOWN;
      case SHARE -> finite(number) ? percent(number.doubleValue()) : UNKNOWN;
      default -> plain(number);
    };
  }

  private String minor(long minor) {
    return decimals()
        .map(digits -> amount(BigDecimal.valueOf(minor, digits), digits))
        .orElseGet(() -> Figures.count(minor) + " minor units");
  }

  private String major(double major) {
    return amount(BigDecimal.valueOf(major), decimals().orElse(2));
  }

  private String amount(BigDecimal amount, int digits) {
    String figure = String.format(Locale.ROOT, "%,." + digits + "f", amount);
    return (figure + " " + Columns.harmless(currency)).stripTrailing();
  }

  /** Decimal places of the currency; empty if there is no such currency. */
  private Optional<Integer> decimals() {
    try {
      return Optional.of(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static String plain(Number number) {
    if (!(number instanceof Double || number instanceof Float)) {
      return Figures.count(number.longValue());
    } else if (!finite(number)) {
      return UNKNOWN;
    } else if (Math.abs(number.doubleValue()) >= LONG_NUMBER) {
      return Figures.count(Math.round(number.doubleValue()));
    }
    BigDecimal rounded = BigDecimal.valueOf(number.doubleValue()).round(FOUR_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static boolean finite(Number number) {
    return Double.isFinite(number.doubleValue());
  }
}
