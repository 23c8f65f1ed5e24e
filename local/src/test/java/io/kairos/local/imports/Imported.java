package io.kairos.local.imports;

import io.kairos.local.InputEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A file imported to its end. */
record Imported(List<InputEvent> events, ImportCounts counts) {

  /** A file of {@code src/test/resources/imports}. */
  static Imported sample(ImportFormat format, String name) throws IOException {
    return all(format, ImportRequest.of(path(name)));
  }

  static Path path(String name) {
    try {
      return Path.of(Imported.class.getResource("/imports/" + name).toURI());
    } catch (URISyntaxException noPath) {
      throw new IllegalStateException(noPath);
    }
  }

  static Imported all(ImportFormat format, ImportRequest request) throws IOException {
    try (SortedImport sorted = SortedImport.open(format, request)) {
      List<InputEvent> events = new ArrayList<>();
      sorted.forEachRemaining(events::add);
      return new Imported(events, sorted.counts());
    }
  }

  /** The records of one type, in order. */
  <R extends SpecificRecordBase> List<R> records(Class<R> type) {
    return events.stream()
        .map(InputEvent::record)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<Long> times() {
    return events.stream().map(InputEvent::timeMillis).toList();
  }
}
