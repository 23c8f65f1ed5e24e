package io.kairos.local.export;

import io.kairos.wire.PlainJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The records of a test, kept as JSON. */
final class InMemory implements RecordSource {
  private static final byte[] BROKEN = {'?'};

  private final List<Published> records = new ArrayList<>();
  private Schema schema;

  InMemory(GenericRecord... records) {
    for (GenericRecord record : records) {
      with(record);
    }
  }

  InMemory with(GenericRecord record) {
    schema = record.getSchema();
    byte[] text = PlainJson.of(record).getBytes(StandardCharsets.UTF_8);
    return add(record.get("customerId").toString(), text);
  }

  InMemory erased(String customer) {
    return add(customer, null);
  }

  InMemory unreadable(String customer) {
    return add(customer, BROKEN);
  }

  private InMemory add(String customer, byte[] value) {
    records.add(new Published(Optional.of(customer), records.size() + 1, value));
    return this;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    for (Published record : records) {
      visitor.visit(record);
    }
  }

  @Override
  public GenericRecord decode(long place, byte[] value) throws UnreadableRecord {
    try {
      return JsonRecords.decode(value, schema);
    } catch (IOException broken) {
      throw new UnreadableRecord("place " + place + " is broken", broken);
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
