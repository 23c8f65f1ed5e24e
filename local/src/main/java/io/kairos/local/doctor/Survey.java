package io.kairos.local.doctor;

import io.kairos.flink.config.KairosConfig;
import io.kairos.local.profiles.ReadCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/** Gathers all that is known of an installation, with the job's own login. Writes nothing. */
final class Survey {
  private final KairosConfig config;
  private final Clients clients;
  private final int sampleRecords;
  private final ReadCount count;

  Survey(KairosConfig config, int sampleRecords, ReadCount count) {
    this.config = config;
    this.clients = new Clients(config);
    this.sampleRecords = sampleRecords;
    this.count = count;
  }

  /**
   * @throws NoAnswer if the brokers cannot be asked
   */
  Installation look() throws InterruptedException {
    try (Admin admin = clients.admin()) {
      Cluster cluster = new ClusterSurvey(admin).look();
      TopicsThere topics = new TopicSurvey(admin, config.topicPrefix()).look();
      Access access = new AccessSurvey(admin, config.topicPrefix() + "job").look(topics);
      return new Installation(Setup.of(config), cluster, topics, access, samples(topics));
    } catch (KafkaException broken) {
      throw new NoAnswer(broken);
    }
  }

  private List<Sample> samples(TopicsThere topics) {
    List<Sample> samples = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
      Sampler sampler = new Sampler(config, consumer, sampleRecords, count);
      for (SeenTopic input : topics.inputs().toList()) {
        Optional<Sample> sample = sampler.of(input);
        sample.ifPresent(samples::add);
        // What stopped one stops all, after as long a wait.
        if (sample.flatMap(Sample::stopped).isPresent()) {
          break;
        }
      }
    }
    return samples;
  }
}
