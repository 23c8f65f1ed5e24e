package io.kairos.local.history;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.InputEvent;
import io.kairos.local.imports.EventType;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportProgress;
import io.kairos.local.imports.ImportSink;
import io.kairos.local.imports.InputFile;
import io.kairos.local.imports.LeftOut;
import io.kairos.local.profiles.NearIds;
import io.kairos.local.traffic.SingleObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The events of files of history, as a replay of them sees them: none of them is late. */
public record FileEvents(ImportFormat format, List<Path> files, ImportProgress progress)
    implements EventSource {
  @Override
  public String name() {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  @Override
  public CustomerLog read(String customerId, NearIds near) throws IOException {
    Sieve sieve =
        new Sieve(customerId, near, new LogBook(customerId, format.currency(), Timeliness.USUAL));
    for (Path file : files) {
      format.read(new InputFile(file, progress), sieve);
    }
    return sieve.book.log();
  }

  private static final class Sieve implements ImportSink {
    private final String customerId;
    private final NearIds near;
    private final LogBook book;
    private final WireReader reader = Timeliness.USUAL.reader();

    Sieve(String customerId, NearIds near, LogBook book) {
      this.customerId = customerId;
      this.near = near;
      this.book = book;
    }

    @Override
    public void row() {
      // Only what became an event counts here.
    }

    @Override
    public void event(long row, InputEvent input) throws IOException {
      book.reaches(input.timeMillis());
      if (customerId.equals(input.customerId())) {
        book.add(read(input));
      } else if (input.customerId() != null) {
        near.offer(input.customerId());
      }
    }

    @Override
    public void leaveOutRow(LeftOut reason, String example) {
      // A replay of the file tells of those.
    }

    @Override
    public void leaveOutEvent(LeftOut reason, EventType type) {
      // A replay of the file tells of those.
    }

    private Event read(InputEvent input) throws IOException {
      try {
        Origin origin = Origin.valueOf(input.topic().name());
        return reader.read(origin, SingleObject.encode(input.record()), input.timeMillis());
      } catch (UnreadableRecord impossible) {
        throw new IOException("cannot read back an event of the file", impossible);
      }
    }
  }
}
