package io.kairos.local.history;

import io.kairos.engine.profile.Shop;
import io.kairos.local.CommandError;
import io.kairos.local.profiles.NearIds;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.util.stream.Collectors;

/** The events of the input topics. */
public final class TopicEvents implements EventSource {
  private final TopicReading topics;
  private final Shop shop;
  private final Timeliness timeliness;

  /**
   * @param timeliness of the job that reads them
   */
  public TopicEvents(TopicReading topics, Shop shop, Timeliness timeliness) {
    this.topics = topics;
    this.shop = shop;
    this.timeliness = timeliness;
  }

  @Override
  public String name() {
    return "the topics "
        + Topics.inputs().stream().map(topics::name).collect(Collectors.joining(", "));
  }

  /**
   * All partitions are read, as the job does: it goes by the customer in the record, not by the
   * partition that it lies in.
   */
  @Override
  public CustomerLog read(String customerId, NearIds near) throws IOException {
    TopicSieve sieve = new TopicSieve(customerId, shop, timeliness, near);
    boolean found =
        topics.read(
            Topics.inputs(),
            (topic, record, lost) -> {
              sieve.take(topic, record, lost);
              return true;
            });
    if (!found) {
      throw new CommandError(
          "%s are not all on Kafka at %s: check the address and --topic-prefix"
              .formatted(name(), topics.broker()));
    }
    return sieve.log();
  }
}
