package io.kairos.local.export;

import io.kairos.local.StopSignal;
import io.kairos.local.imports.ImportProgress;
import io.kairos.local.imports.InputFile;
import io.kairos.local.profiles.ReadCount;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** The records of a file of JSON lines, as a replay writes it; may end in .gz. */
public final class RecordFile implements RecordSource {
  private final Path file;
  private final ExportTopic topic;
  private final ReadCount count;
  private final StopSignal stop;

  private RecordFile(Path file, ExportTopic topic, ReadCount count, StopSignal stop) {
    this.file = file;
    this.topic = topic;
    this.count = count;
    this.stop = stop;
  }

  /** Nothing is opened before it is read. */
  public static RecordFile open(Path file, ExportTopic topic, ReadCount count, StopSignal stop) {
    return new RecordFile(file, topic, count, stop);
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    try (BufferedReader lines = new InputFile(file, ImportProgress.NONE).open()) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        stop.throwIfRequested();
        if (!line.isBlank()) {
          count.add(file.toString());
          byte[] text = line.getBytes(StandardCharsets.UTF_8);
          visitor.visit(new Published(Optional.empty(), number, text));
        }
        number++;
      }
    }
  }

  @Override
  public GenericRecord decode(long place, byte[] value) throws UnreadableRecord {
    try {
      return JsonRecords.decode(value, topic.schema());
    } catch (IOException broken) {
      throw new UnreadableRecord(
          "line %d of %s is no %s as a replay writes it: %s"
              .formatted(place, file, topic.singular(), broken.getMessage()),
          broken);
    }
  }

  @Override
  public void close() {
    // Each reading closes the file itself.
  }
}
