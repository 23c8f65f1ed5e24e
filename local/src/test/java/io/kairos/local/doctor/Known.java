package io.kairos.local.doctor;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;

/** A sound installation on three brokers, and what a test changes about it. */
record Known(
    Setup setup, Cluster cluster, List<SeenTopic> topics, Access access, List<Sample> samples) {
  static final Cluster THREE_BROKERS =
      new Cluster(
          "c",
          3,
          Map.of("transaction.version", (short) 2),
          Optional.of(
              new Settings(
                  Map.of(
                      "transaction.max.timeout.ms",
                      "900000",
                      "transactional.id.expiration.ms",
                      "604800000"))));
  static final Access OPEN =
      new Access(Access.Guard.NONE, Optional.empty(), Optional.of(List.of()));

  static Known sound() {
    return new Known(
        told(),
        THREE_BROKERS,
        Arrays.stream(Topics.values()).map(topic -> topic(topic)).toList(),
        OPEN,
        List.of());
  }

  /** Of a job whose options are the defaults but for these. */
  static Setup told(String... keysAndValues) {
    Map<String, String> options = new HashMap<>();
    options.put(KairosOptions.BOOTSTRAP_SERVERS.key(), "b:1");
    options.put(KairosOptions.KEY_SALT.key(), "test");
    options.putAll(map(keysAndValues));
    return Setup.of(KairosConfig.from(Configuration.fromMap(options)));
  }

  /** A topic as it should be, but for these settings. */
  static SeenTopic topic(Topics topic, String... keysAndValues) {
    Map<String, String> settings = new HashMap<>(TopicTime.LIVE.settings(topic));
    settings.putIfAbsent("max.message.bytes", "1048588");
    settings.put("min.insync.replicas", "2");
    settings.put("delete.retention.ms", "86400000");
    settings.putAll(map(keysAndValues));
    return new SeenTopic(
        topic,
        topic.name("kairos."),
        new SeenTopic.Layout(topic == Topics.RULES ? 1 : 12, 3, Set.of(), 0),
        Optional.of(new Settings(settings)),
        Optional.of(new Rights(Needed.by(topic))));
  }

  static SeenTopic layout(Topics topic, SeenTopic.Layout layout, String... keysAndValues) {
    SeenTopic sound = topic(topic, keysAndValues);
    return new SeenTopic(topic, sound.name(), layout, sound.settings(), sound.rights());
  }

  Known with(Setup other) {
    return new Known(other, cluster, topics, access, samples);
  }

  Known with(Cluster other) {
    return new Known(setup, other, topics, access, samples);
  }

  Known with(Access other) {
    return new Known(setup, cluster, topics, other, samples);
  }

  Known with(Sample... others) {
    return new Known(setup, cluster, topics, access, List.of(others));
  }

  /** With another topic in place of its namesake. */
  Known with(SeenTopic other) {
    List<SeenTopic> all = new ArrayList<>(topics);
    all.replaceAll(topic -> topic.topic() == other.topic() ? other : topic);
    return new Known(setup, cluster, all, access, samples);
  }

  Installation installation() {
    return new Installation(
        setup, cluster, new TopicsThere(topics, List.of(), List.of()), access, samples);
  }

  /** What a check finds of one topic. */
  static List<Finding> found(Check.TopicCheckUp check, SeenTopic topic) {
    return check.look(topic, sound().with(topic).installation());
  }

  private static Map<String, String> map(String... keysAndValues) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return all;
  }
}
