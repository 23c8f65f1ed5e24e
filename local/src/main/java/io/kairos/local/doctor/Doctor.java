package io.kairos.local.doctor;

import io.kairos.flink.config.KairosConfig;
import io.kairos.local.profiles.ReadCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at an installation. */
public final class Doctor {
  private final int sampleRecords;
  private final ReadCount count;

  /**
   * @param sampleRecords of each input topic, at least 1
   */
  public Doctor(int sampleRecords, ReadCount count) {
    this.sampleRecords = sampleRecords;
    this.count = count;
  }

  /**
   * Examines the installation that a configuration file of the job is about.
   *
   * @throws IOException if the file cannot be read
   */
  public Diagnosis examine(Path file) throws IOException, InterruptedException {
    ConfigFile.Reading read = ConfigFile.read(file);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new Chapter("Configuration", read.findings()));
    if (read.config().isEmpty()) {
      return new Diagnosis(new Diagnosis.Place("", ""), chapters, Diagnosis.Sight.FILE_ONLY);
    }
    KairosConfig config = read.config().get();
    String brokers = new Clients(config).brokers();
    Diagnosis.Place place = new Diagnosis.Place(brokers, config.topicPrefix());
    try {
      chapters.addAll(Chapter.of(new Survey(config, sampleRecords, count).look()));
      return new Diagnosis(place, chapters, Diagnosis.Sight.FULL);
    } catch (NoAnswer none) {
      chapters.add(new Chapter("Brokers", List.of(none.finding(brokers))));
      return new Diagnosis(place, chapters, Diagnosis.Sight.FILE_ONLY);
    }
  }
}
