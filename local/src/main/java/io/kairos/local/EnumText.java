package io.kairos.local;

import io.kairos.local.export.ExportTopic;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a closed set of words as its members write themselves. */
abstract class EnumText<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> words;

  private EnumText(Class<E> words) {
    this.words = words;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + all()));
  }

  private String all() {
    return Arrays.stream(words.getEnumConstants())
        .map(Enum::toString)
        .collect(Collectors.joining(", "));
  }

  /** What can be exported. */
  static final class Topic extends EnumText<ExportTopic> {
    Topic() {
      super(ExportTopic.class);
    }
  }

  /** How a table is written. */
  static final class Format extends EnumText<TableFormat> {
    Format() {
      super(TableFormat.class);
    }
  }
}
