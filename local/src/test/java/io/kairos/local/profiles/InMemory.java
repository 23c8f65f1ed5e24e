package io.kairos.local.profiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Profiles of a test, in one part or two. */
final class InMemory implements ProfileSource {
  private final List<Entry> home = new ArrayList<>();
  private final List<Entry> elsewhere = new ArrayList<>();

  private record Known(String customerId, Optional<GenericRecord> profile) implements Entry {}

  private record Unreadable(String customerId) implements Entry {
    @Override
    public Optional<GenericRecord> profile() throws IOException {
      throw new UnreadableProfile("record of " + customerId + " is broken", null);
    }
  }

  InMemory with(String customerId, GenericRecord profile) {
    home.add(new Known(customerId, Optional.of(profile)));
    return this;
  }

  InMemory withElsewhere(String customerId, GenericRecord profile) {
    elsewhere.add(new Known(customerId, Optional.of(profile)));
    return this;
  }

  InMemory erased(String customerId) {
    home.add(new Known(customerId, Optional.empty()));
    return this;
  }

  InMemory unreadable(String customerId) {
    home.add(new Unreadable(customerId));
    return this;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Part all() {
    return visitor -> {
      show(home, visitor);
      show(elsewhere, visitor);
    };
  }

  @Override
  public List<Part> partsFor(String customerId) {
    return List.of(visitor -> show(home, visitor), visitor -> show(elsewhere, visitor));
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private static void show(List<Entry> entries, Visitor visitor) throws IOException {
    for (Entry entry : entries) {
      visitor.visit(entry);
    }
  }
}
