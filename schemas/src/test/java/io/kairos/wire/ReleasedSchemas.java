package io.kairos.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The folder {@code schemas/released}: a file for each version, and the list of all. */
record ReleasedSchemas(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReleasedSchemas ofThisModule() {
    return new ReleasedSchemas(Path.of("released"));
  }

  /** All versions, oldest release first. */
  List<ReleasedSchema> read() throws IOException {
    if (!Files.exists(list())) {
      return List.of();
    }
    List<ReleasedSchema> released = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(list().toFile())) {
      String fingerprint = entry.get("fingerprint").asText();
      Schema schema = new Schema.Parser().parse(folder.resolve(fingerprint + ".avsc").toFile());
      released.add(
          new ReleasedSchema(
              entry.get("release").asText(),
              entry.get("topic").asText(),
              entry.get("name").asText(),
              fingerprint,
              schema));
    }
    return released;
  }

  /** Names of the schema files, sorted. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".avsc"))
          .sorted()
          .toList();
    }
  }

  /** Makes the current schemas those of a release; what earlier releases brought stays. */
  void write(String release) throws IOException {
    List<ReleasedSchema> kept = new ArrayList<>();
    for (ReleasedSchema known : read()) {
      if (known.release().equals(release)) {
        Files.delete(folder.resolve(known.file()));
      } else {
        kept.add(known);
      }
    }
    List<String> earlier = kept.stream().map(ReleasedSchema::fingerprint).toList();
    Files.createDirectories(folder);
    for (Topics topic : Topics.values()) {
      ReleasedSchema current = ReleasedSchema.of(release, topic);
      if (!earlier.contains(current.fingerprint())) {
        Files.writeString(folder.resolve(current.file()), current.schema().toString(true) + "\n");
        kept.add(current);
      }
    }
    Files.writeString(list(), text(kept));
  }

  private Path list() {
    return folder.resolve("fingerprints.json");
  }

  private static String text(List<ReleasedSchema> released) {
    return released.stream()
        .map(ReleasedSchemas::line)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String line(ReleasedSchema schema) {
    return "  {\"release\": \"%s\", \"topic\": \"%s\", \"name\": \"%s\", \"fingerprint\": \"%s\"}"
        .formatted(schema.release(), schema.topic(), schema.name(), schema.fingerprint());
  }
}
