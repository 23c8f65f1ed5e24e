package io.kairos.local.stories;

import java.util.List;
import java.util.Optional;

/**
 * A line of a story: words, and behind a colon its fields.
 *
 * @param line the words as they are written
 * @param fields a map; empty for none
 */
record Sentence(Written line, Optional<Written> fields) {

  static Sentence of(Written item) {
    Written line = item.isMap() && !item.entries().isEmpty() ? item.entries().get(0).key() : item;
    int brace = line.text().indexOf('{');
    if (brace >= 0) {
      String before = line.text().substring(0, brace).strip();
      throw new Mistake(
          line.place(brace), "fields stand behind a colon: '%s: {...}'".formatted(before));
    }
    return item.isMap() ? withFields(item) : new Sentence(item, Optional.empty());
  }

  private static Sentence withFields(Written item) {
    List<Written.Entry> entries = item.entries();
    if (entries.size() != 1) {
      throw entries
          .get(1)
          .key()
          .wrong("fields stand further to the right than the line they belong to, or in {...}");
    }
    Written fields = entries.get(0).value();
    if (!fields.isNull() && !fields.isMap()) {
      throw fields.wrong("fields belong behind the colon: {item: shoes, price: 299.00}");
    }
    return new Sentence(
        entries.get(0).key(), fields.isNull() ? Optional.empty() : Optional.of(fields));
  }

  Words words() {
    return new Words(line);
  }

  Place place() {
    return line.place();
  }
}
