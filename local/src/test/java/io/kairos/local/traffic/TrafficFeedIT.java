package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class TrafficFeedIT {
  private static final int TWO_MEGABYTES = 2 << 20;

  @Test
  void writesAnEventThatIsTooLargeForTheJob(LocalStack shared) throws Exception {
    ClickstreamEvent event =
        ClickstreamEvent.newBuilder()
            .setCustomerId("ann")
            .setTime(1)
            .setType(ClickType.SEARCH)
            .setQuery("x".repeat(TWO_MEGABYTES))
            .build();
    try (LocalStack stack = shared.another("traffic-feed-it.", 1, TopicTime.REPLAY);
        TrafficFeed feed =
            new TrafficFeed(
                FeedProducer.connect(stack.kafka().bootstrapServers()), stack.topicPrefix())) {
      feed.feedAll(List.of(new InputEvent(Topics.CLICKSTREAM, "ann", 1, event)).iterator());

      assertThat(feed.sent()).containsEntry(Topics.CLICKSTREAM, 1L);
    }
  }
}
