package io.kairos.local.stories;

import io.kairos.local.stories.TimeReader.Since;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** What fields of a message or decision are to be, by name. */
record Demands(Map<String, String> fields) {
  static final Demands NONE = new Demands(Map.of());

  /** Reads them in the forms of {@link Shown}. */
  static Demands read(Optional<Written> fields, Schema schema, Reader reader) {
    Map<String, String> demands = new LinkedHashMap<>();
    for (Written.Entry entry : fields.map(Written::entries).orElse(List.of())) {
      String name = entry.name().split("\\.", 2)[0];
      if (schema.getField(name) == null) {
        List<String> known = schema.getFields().stream().map(Schema.Field::name).toList();
        throw entry.key().wrong(Written.unknown("field", name, known));
      }
      if (entry.value().isMap()) {
        for (Written.Entry inner : entry.value().entries()) {
          demands.put(entry.name() + "." + inner.name(), inner.value().text());
        }
      } else {
        demands.put(entry.name(), reader.text(entry.name(), entry.value()));
      }
    }
    return new Demands(demands);
  }

  /**
   * Reads one value.
   *
   * @param since what its times count from
   */
  record Reader(MinorUnit money, TimeReader times, Since since) {
    String text(String name, Written value) {
      if (value.isList()) {
        return value.list().stream().map(Written::text).collect(Collectors.joining(", "));
      }
      if (value.isNull()) {
        return Shown.NOTHING;
      }
      return switch (WireNumber.of(name)) {
        case AMOUNT -> money.write(money.read(value));
        case TIME -> new TimeWriter(times.zone()).of(times.read(value, since).fromMillis());
        case COUNT -> value.text();
      };
    }
  }

  boolean areMetBy(Shown shown) {
    return fields.entrySet().stream().allMatch(f -> shown.is(f.getKey(), f.getValue()));
  }

  /** What is otherwise, as people read it: "offer is null"; empty where nothing is. */
  String missedBy(Shown shown) {
    return fields.entrySet().stream()
        .filter(field -> !shown.is(field.getKey(), field.getValue()))
        .map(field -> field.getKey() + " is " + shown.get(field.getKey()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return fields.isEmpty()
        ? ""
        : fields.entrySet().stream()
            .map(field -> field.getKey() + ": " + field.getValue())
            .collect(Collectors.joining(", ", " {", "}"));
  }
}
