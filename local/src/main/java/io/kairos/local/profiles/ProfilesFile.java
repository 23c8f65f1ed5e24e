package io.kairos.local.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.StopSignal;
import io.kairos.local.imports.ImportProgress;
import io.kairos.local.imports.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;

/** The profiles of a file of JSON lines, as a replay writes it; may end in .gz. */
public final class ProfilesFile implements ProfileSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "customerId";

  private final Path file;
  private final ProfileShape shape;
  private final ReadCount count;
  private final StopSignal stop;

  private ProfilesFile(Path file, ProfileShape shape, ReadCount count, StopSignal stop) {
    this.file = file;
    this.shape = shape;
    this.count = count;
    this.stop = stop;
  }

  /** Nothing is opened before it is read. */
  public static ProfilesFile open(Path file, ProfileShape shape, ReadCount count, StopSignal stop) {
    return new ProfilesFile(file, shape, count, stop);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Part all() {
    return this::read;
  }

  @Override
  public List<Part> partsFor(String customerId) {
    return List.of(all());
  }

  @Override
  public void close() {
    // Each reading closes the file itself.
  }

  private void read(Visitor visitor) throws IOException {
    try (BufferedReader lines = new InputFile(file, ImportProgress.NONE).open()) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        stop.throwIfRequested();
        if (!line.isBlank()) {
          count.add(name());
          visitor.visit(entry(number, line));
        }
        number++;
      }
    }
  }

  private Entry entry(long number, String line) throws UnreadableProfile {
    try {
      JsonNode object = JSON.readTree(line);
      if (object.path(KEY).isTextual()) {
        return new Written(number, object);
      }
      throw unreadable(number, "no '" + KEY + "'", null);
    } catch (JsonProcessingException broken) {
      throw unreadable(number, broken.getOriginalMessage(), broken);
    }
  }

  private UnreadableProfile unreadable(long number, String why, Exception cause) {
    return new UnreadableProfile(
        "line %d of %s is no profile as ./kairos replay --out writes it: %s"
            .formatted(number, file, why),
        cause);
  }

  private final class Written implements Entry {
    private final long number;
    private final JsonNode object;

    Written(long number, JsonNode object) {
      this.number = number;
      this.object = object;
    }

    @Override
    public String customerId() {
      return object.get(KEY).textValue();
    }

    @Override
    public Optional<GenericRecord> profile() throws UnreadableProfile {
      try {
        return Optional.of(PlainJsonReader.record(object, shape.schema()));
      } catch (AvroRuntimeException unfit) {
        throw unreadable(number, unfit.getMessage(), unfit);
      }
    }
  }
}
