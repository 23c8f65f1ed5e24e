package io.kairos.local.replay;

import io.kairos.local.imports.ImportFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to replay, and how.
 *
 * @param format of the file
 * @param file plain or gzip
 * @param until the end of time for this replay; nothing for the last event
 * @param run how it runs
 */
public record ReplayRequest(ImportFormat format, Path file, Optional<Instant> until, Run run) {

  /**
   * @param parallelism slots of the cluster and partitions of each topic, at least 1
   * @param consent channels on which every customer counts as having agreed
   * @param options of the job beside those that a replay sets itself, such as the rule file
   * @param out folder for triggers.jsonl and profiles.jsonl; nothing for none
   */
  public record Run(
      int parallelism, List<String> consent, Map<String, String> options, Optional<Path> out) {

    /** A run with the default rules and model. */
    public Run(int parallelism, List<String> consent, Optional<Path> out) {
      this(parallelism, consent, Map.of(), out);
    }
  }
}
