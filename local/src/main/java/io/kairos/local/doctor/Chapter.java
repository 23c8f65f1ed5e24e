package io.kairos.local.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings of one theme.
 *
 * @param findings worst first
 */
record Chapter(String title, List<Finding> findings) {
  Chapter {
    findings = findings.stream().sorted(Comparator.comparing(Finding::verdict)).toList();
  }

  /** All that is looked at, in the order in which one would mend it. */
  static List<Chapter> of(Installation at) {
    return List.of(
        of(
            "Brokers",
            at,
            Chapter::brokers,
            new GuardCheck(),
            new FeatureCheck(),
            new TransactionCheck()),
        of(
            "Topics",
            at,
            new ThereCheck(),
            Check.ofTopics(new SettingsCheck()),
            new PartitionCheck(),
            Check.ofTopics(new CleanupCheck()),
            Check.ofTopics(new StampCheck()),
            Check.ofTopics(new RetentionCheck()),
            Check.ofTopics(new KeepingCheck()),
            Check.ofTopics(new CompactionCheck()),
            new RecordSizeCheck(),
            Check.ofTopics(new ReplicationCheck())),
        of("Rights", at, Check.ofTopics(new RightsCheck()), new GroupCheck()),
        of(
            "Records",
            at,
            Check.ofSamples(new RefusedCheck()),
            Check.ofSamples(new AnonymousCheck()),
            new LatenessCheck(),
            Check.ofSamples(new AheadCheck()),
            Check.ofSamples(new ClockCheck())),
        of("Progress", at, new BacklogCheck()));
  }

  private static Chapter of(String title, Installation at, Check... checks) {
    return new Chapter(title, Stream.of(checks).flatMap(check -> check.look(at).stream()).toList());
  }

  private static List<Finding> brokers(Installation at) {
    int brokers = at.cluster().brokers();
    return List.of(
        Finding.ok(
            "brokers",
            "",
            "cluster %s of %d %s"
                .formatted(at.cluster().id(), brokers, brokers == 1 ? "broker" : "brokers")));
  }
}
