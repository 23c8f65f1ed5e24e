package io.kairos.local.demo;

import io.kairos.local.WorkDir;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running demo leaves in its folder, so that other commands find it.
 *
 * @param process its process id
 * @param started when its broker and topics were ready
 * @param bootstrapServers the broker's address, as host:port
 * @param topicPrefix stands before each topic's name
 * @param zone the shop's zone
 * @param clock what tells its event time; empty until its traffic is live
 */
public record DemoNote(
    long process,
    Instant started,
    String bootstrapServers,
    String topicPrefix,
    ZoneId zone,
    Optional<DemoClock> clock) {
  private static final String FILE = "demo.properties";

  /** The notes of the demos that run on this machine, newest first. */
  public static List<DemoNote> running() throws IOException {
    return of(WorkDir.running());
  }

  static List<DemoNote> of(List<Path> folders) {
    return folders.stream()
        .map(DemoNote::read)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(DemoNote::started).reversed())
        .toList();
  }

  /** The same note once the traffic is live. */
  DemoNote with(DemoClock known) {
    return new DemoNote(process, started, bootstrapServers, topicPrefix, zone, Optional.of(known));
  }

  /** Writes the note, in one step: nobody sees half of it. */
  void write(Path folder) throws IOException {
    Properties note = new Properties();
    note.setProperty("process", Long.toString(process));
    note.setProperty("started", started.toString());
    note.setProperty("bootstrap.servers", bootstrapServers);
    note.setProperty("topic.prefix", topicPrefix);
    note.setProperty("time.zone", zone.getId());
    clock.ifPresent(known -> known.write(note));
    Path half = folder.resolve(FILE + ".part");
    try (Writer out = Files.newBufferedWriter(half)) {
      note.store(out, null);
    }
    Files.move(half, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Empty where there is none: a replay, a demo that is just starting, or one of another release.
   */
  private static Optional<DemoNote> read(Path folder) {
    Properties note = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
      note.load(in);
      return Optional.of(
          new DemoNote(
              Long.parseLong(text(note, "process")),
              Instant.parse(text(note, "started")),
              text(note, "bootstrap.servers"),
              text(note, "topic.prefix"),
              ZoneId.of(text(note, "time.zone")),
              DemoClock.read(note)));
    } catch (IOException | IllegalArgumentException | DateTimeException none) {
      return Optional.empty();
    }
  }

  private static String text(Properties note, String key) {
    String text = note.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return text;
  }
}
