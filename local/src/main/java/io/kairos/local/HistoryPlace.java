package io.kairos.local;

import io.kairos.local.imports.ImportFormat;
import io.kairos.local.profiles.KafkaAccess;
import java.nio.file.Path;
import java.util.List;

/** Where the events of customers lie, not opened yet: in files, or in the topics of a Kafka. */
interface HistoryPlace {

  /** What a command makes of either. */
  <T> T open(OfFiles<T> files, OfTopics<T> topics);

  /** Makes something of files of one format; there is at least one. */
  interface OfFiles<T> {
    T open(ImportFormat format, List<Path> files);
  }

  /** Makes something of the topics. */
  interface OfTopics<T> {
    T open(KafkaAccess access);
  }

  static HistoryPlace files(ImportFormat format, List<Path> paths) {
    return new HistoryPlace() {
      @Override
      public <T> T open(OfFiles<T> files, OfTopics<T> topics) {
        return files.open(format, paths);
      }
    };
  }

  static HistoryPlace topics(KafkaAccess access) {
    return new HistoryPlace() {
      @Override
      public <T> T open(OfFiles<T> files, OfTopics<T> topics) {
        return topics.open(access);
      }
    };
  }
}
