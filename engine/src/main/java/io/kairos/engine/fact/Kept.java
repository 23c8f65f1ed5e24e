package io.kairos.engine.fact;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run keeps of the event that began it: the fields that its rule names.
 *
 * @param texts each up to {@value #LONGEST} bytes of UTF-8; a longer one is cut
 */
public record Kept(Map<EventField, String> texts, Map<EventField, Long> numbers) implements About {
  static final int LONGEST = 40;

  /** Most bytes that all texts take together; what comes after is not kept. */
  static final int MOST_BYTES = 120;

  public static final Kept NOTHING = new Kept(Map.of(), Map.of());

  /**
   * These fields of an event, as far as they are known.
   *
   * @param fields in their order: the first come first where there is no room for all
   */
  public static Kept of(List<EventField> fields, About event) {
    if (fields.isEmpty()) {
      return NOTHING;
    }
    Map<EventField, String> texts = new EnumMap<>(EventField.class);
    Map<EventField, Long> numbers = new EnumMap<>(EventField.class);
    int bytes = 0;
    for (int i = 0; i < fields.size(); i++) {
      EventField field = fields.get(i);
      if (field.kind() == EventField.Kind.TEXT) {
        String told = event.text(field);
        String text = told == null ? "" : cut(field, told);
        bytes += Utf8.length(text);
        if (!text.isEmpty() && bytes <= MOST_BYTES) {
          texts.put(field, text);
        }
      } else if (event.number(field) != UNKNOWN) {
        numbers.put(field, event.number(field));
      }
    }
    return new Kept(texts, numbers);
  }

  /** A category as the profile keeps it, so that it is found there. */
  private static String cut(EventField field, String told) {
    return field == EventField.CATEGORY ? Interests.kept(told) : Utf8.cut(told, LONGEST);
  }

  @Override
  public String text(EventField field) {
    return texts.get(field);
  }

  @Override
  public long number(EventField field) {
    return numbers.getOrDefault(field, UNKNOWN);
  }

  /** A bound on the bytes that it takes in state. */
  public int mostBytes() {
    if (this == NOTHING) {
      return 2;
    }
    return 2
        + Math.min(MOST_BYTES, texts.size() * LONGEST)
        + 2 * texts.size()
        + numbers.size() * 11;
  }

  public void pack(Packer out) {
    out.unsigned(texts.size());
    texts.forEach((field, text) -> out.unsigned(field.ordinal()).text(text));
    out.unsigned(numbers.size());
    numbers.forEach((field, number) -> out.unsigned(field.ordinal()).number(number));
  }

  /** Reads what {@link #pack} wrote; fields of a later release are left out. */
  public static Kept unpack(Unpacker in) {
    Map<EventField, String> texts = new EnumMap<>(EventField.class);
    Map<EventField, Long> numbers = new EnumMap<>(EventField.class);
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      EventField field = EventField.at(in.unsignedInt());
      String text = in.text();
      if (field != null) {
        texts.put(field, text);
      }
    }
    for (int rest = in.unsignedInt(); rest > 0; rest--) {
      EventField field = EventField.at(in.unsignedInt());
      long number = in.number();
      if (field != null) {
        numbers.put(field, number);
      }
    }
    return texts.isEmpty() && numbers.isEmpty() ? NOTHING : new Kept(texts, numbers);
  }
}
