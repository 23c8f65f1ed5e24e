package io.kairos.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Whether a topic outlives the loss of a broker. */
final class ReplicationCheck implements Check.TopicCheckUp {
  private static final String REPLICAS = "replicas";
  private static final String IN_SYNC = "min.insync.replicas";
  private static final String UNCLEAN = "unclean.leader.election.enable";
  private static final int SAFE = 3;

  @Override
  public List<Finding> look(SeenTopic topic, Installation at) {
    List<Finding> findings = new ArrayList<>();
    findings.add(replicas(topic, at.cluster().brokers()));
    topic.settings().ifPresent(settings -> addSettings(topic, settings, at, findings));
    addState(topic, findings);
    return findings;
  }

  private static Finding replicas(SeenTopic topic, int brokers) {
    int replicas = topic.layout().replicas();
    if (replicas >= SAFE) {
      return Finding.ok(REPLICAS, topic.name(), Integer.toString(replicas));
    }
    Advice advice =
        new Advice(
            replicas == 1
                ? "The records are lost with the broker's disk, and the job stops while it is away."
                : "While one of the two brokers is away, records lie on one disk only.",
            brokers < SAFE ? "" : "kafka-reassign-partitions.sh, to three brokers each");
    boolean avoidable = replicas == 1 && brokers > 1;
    return new Finding(
        avoidable ? Verdict.WARNING : Verdict.NOTE,
        REPLICAS,
        topic.name(),
        replicas + (brokers == 1 ? ", on the only broker" : " on " + brokers + " brokers"),
        advice);
  }

  private static void addSettings(
      SeenTopic topic, Settings settings, Installation at, List<Finding> findings) {
    OptionalLong inSync = settings.number(IN_SYNC);
    inSync.ifPresent(least -> findings.add(inSync(topic, least, at)));
    if (settings.text(UNCLEAN).filter("true"::equals).isPresent()) {
      findings.add(
          Finding.warning(
              UNCLEAN,
              topic.name(),
              "true",
              new Advice(
                  "A broker that was behind may take over, and records that were confirmed vanish.",
                  at.setup().commands().set(topic.name(), UNCLEAN, "false"))));
    }
  }

  private static Finding inSync(SeenTopic topic, long least, Installation at) {
    int replicas = topic.layout().replicas();
    boolean holds = replicas > 1 && least >= replicas;
    boolean loses = replicas >= SAFE && least < 2;
    if (!holds && !loses) {
      return Finding.ok(IN_SYNC, topic.name(), Long.toString(least));
    }
    return Finding.warning(
        IN_SYNC,
        topic.name(),
        least + " of " + replicas,
        new Advice(
            holds
                ? "As soon as one broker is away nobody can write."
                : "A record counts as written while it lies on one disk only.",
            at.setup().commands().set(topic.name(), IN_SYNC, replicas - 1)));
  }

  private static void addState(SeenTopic topic, List<Finding> findings) {
    if (!topic.layout().leaderless().isEmpty()) {
      findings.add(
          Finding.wrong(
              "leaders",
              topic.name(),
              topic.layout().leaderless().size() + " partitions without a leader",
              new Advice(
                  "Nobody can read or write them, and the job's time stands still.",
                  "bring back the brokers that hold them")));
    }
    if (topic.layout().lagging() > 0) {
      findings.add(
          Finding.warning(
              "leaders",
              topic.name(),
              topic.layout().lagging() + " partitions with a replica that is behind",
              new Advice(
                  "One more broker away, and they may not be written any more.",
                  "bring back the brokers that are missing")));
    }
  }
}
