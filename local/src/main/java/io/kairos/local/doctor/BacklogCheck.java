package io.kairos.local.doctor;

import java.util.List;
import java.util.Locale;

/** How far the job is behind, as far as its group says: the places that count are in its state. */
final class BacklogCheck implements Check {
  private static final String CHECK = "backlog";

  @Override
  public List<Finding> look(Installation at) {
    List<Reading> readings = at.access().readings().orElse(List.of());
    boolean begun = readings.stream().anyMatch(reading -> reading.committed() > 0);
    return readings.stream()
        .map(reading -> begun ? judged(reading, at) : notBegun(reading, at))
        .toList();
  }

  private static Finding notBegun(Reading reading, Installation at) {
    return Finding.note(
        CHECK,
        reading.topic(),
        "group " + group(at) + " has committed nothing",
        new Advice(
            "The job has not run yet, or without checkpoints; then a failure begins it anew.",
            "execution.checkpointing.interval: 30 s in Flink's configuration"));
  }

  private static String group(Installation at) {
    return at.setup().prefix() + "job";
  }

  private static Finding judged(Reading reading, Installation at) {
    if (reading.committed() == 0) {
      return Finding.ok(CHECK, reading.topic(), "nothing read yet");
    }
    if (reading.lost() > 0) {
      return Finding.wrong(
          CHECK,
          reading.topic(),
          String.format(
              Locale.ROOT,
              "%,d records were deleted before group %s read them",
              reading.lost(),
              group(at)),
          new Advice(
              "Retention is over for events that the job has not seen; they are in no profile.",
              "start the job soon, and give the topic a longer retention.ms before"));
    }
    return Finding.ok(
        CHECK,
        reading.topic(),
        String.format(
            Locale.ROOT,
            "%,d records behind at the last checkpoint of group %s",
            reading.behind(),
            group(at)));
  }
}
