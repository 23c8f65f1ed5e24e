package io.kairos.flink.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.kairos.engine.cleaning.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas that records were written with, by their ids at the registry. */
final class WriterSchemas {
  /** A schema may be registered a moment after it was missed. */
  private static final Duration MISSING_FOR = Duration.ofSeconds(10);

  private final PatientRegistry registry;
  private final InstantSource wallClock;
  private final Recent<Integer, Instant> missing = new Recent<>();

  /**
   * @param wallClock tells only how long an answer is kept
   */
  WriterSchemas(PatientRegistry registry, InstantSource wallClock) {
    this.registry = registry;
    this.wallClock = wallClock;
  }

  /**
   * Asks for a schema. It never changes under its id: whoever asks may keep the answer.
   *
   * @throws RefusedFrame if the registry has none of that id, or one that is not for these records
   * @throws RegistryUnavailable if it does not answer
   */
  Schema byId(int id) throws RefusedFrame {
    Instant missed = missing.get(id);
    boolean impossible = id < 0;
    if (impossible || missed != null && wallClock.instant().isBefore(missed.plus(MISSING_FOR))) {
      throw unknown(id);
    }
    Answer answer = ask(id);
    if (!answer.isOk()) {
      missing.put(id, wallClock.instant());
      throw unknown(id);
    }
    missing.remove(id);
    return parsed(id, answer.body());
  }

  private Answer ask(int id) throws RefusedFrame {
    try {
      return registry.get("/schemas/ids/" + id);
    } catch (TooLong tooLong) {
      throw RefusedFrame.unreadable("schema " + id + ": the registry " + tooLong.getMessage());
    }
  }

  private static Schema parsed(int id, JsonNode body) throws RefusedFrame {
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw RefusedFrame.unreadable("schema %d is of type %s, not AVRO".formatted(id, type));
    }
    if (!body.path("references").isEmpty()) {
      throw RefusedFrame.unreadable(
          "schema %d refers to schemas of other subjects: write it out whole".formatted(id));
    }
    Schema schema = parsed(id, body.path("schema").asText());
    Optional<String> refusal = SchemaBounds.refusal(schema);
    if (refusal.isPresent()) {
      throw RefusedFrame.unreadable("schema %d %s".formatted(id, refusal.get()));
    }
    return schema;
  }

  private static Schema parsed(int id, String text) throws RefusedFrame {
    try {
      return new Schema.Parser().parse(text);
    } catch (StackOverflowError tooDeep) {
      // The parser follows names without limit, so this comes before the schema can be looked at.
      throw RefusedFrame.unreadable("schema %d %s".formatted(id, SchemaBounds.TOO_DEEP));
    } catch (RuntimeException broken) {
      // Avro's parser throws whatever its classes do where a schema is none.
      throw RefusedFrame.unreadable("schema %d: %s".formatted(id, broken.getMessage()));
    }
  }

  private static RefusedFrame unknown(int id) {
    return new RefusedFrame(
        RejectionReason.UNKNOWN_SCHEMA,
        "the schema registry has no schema of id " + Integer.toUnsignedString(id));
  }
}
