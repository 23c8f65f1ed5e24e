package io.kairos.local.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Events as JSON, one object a line, with the field names of the wire. The type decides the topic;
 * a {@code topic} may stand beside it and then has to fit. Amounts are minor units, as on the wire.
 * A line without {@code eventId} gets one of its number and text.
 */
final class JsonlFormat implements ImportFormat {
  private final ImportOptions options;
  private final JsonRecords records;

  JsonlFormat(ImportOptions options) {
    this.options = options;
    this.records = new JsonRecords(new TimeText(options.zone()));
  }

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public String currency() {
    return options.currency();
  }

  @Override
  public ZoneId zone() {
    return options.zone();
  }

  @Override
  public String description() {
    return "Events as JSON, one object a line, with the field names of the input topics; one order"
        + " is one orderId.";
  }

  @Override
  public void read(InputFile file, ImportSink sink) throws IOException {
    TextLines.read(file, sink, (number, line) -> read(number, line, sink));
  }

  private void read(long number, String line, ImportSink sink) throws RowRefused, IOException {
    ObjectNode row = Json.object(line);
    EventType type = type(row);
    Schema schema = AvroBinary.schemaOf(type.topic());
    row.remove("topic");
    row.put("type", type.symbol().name());
    setDefault(row, "eventId", RowId.of(name(), number, List.of(line)));
    setDefault(row, "source", name());
    if (schema.getField("currency") != null) {
      setDefault(row, "currency", options.currency());
    }
    if (row.path("customerId").asText("").isEmpty()) {
      throw new RowRefused(LeftOut.ANONYMOUS, "no customerId");
    }
    sink.event(number, ImportSink.input(type.topic(), records.read(schema, row)));
  }

  private static EventType type(ObjectNode row) throws RowRefused {
    EventType type = EventType.require(row.path("type").asText(""));
    String topic = row.path("topic").asText(type.topic().label());
    if (!topic.equals(type.topic().label())
        && !topic.equals(type.topic().name(Topics.DEFAULT_PREFIX))) {
      throw new RowRefused(
          LeftOut.UNKNOWN_TYPE, "topic '%s' has no type '%s'".formatted(topic, type.label()));
    }
    return type;
  }

  private static void setDefault(ObjectNode row, String field, String value) {
    if (!row.hasNonNull(field)) {
      row.put(field, value);
    }
  }
}
