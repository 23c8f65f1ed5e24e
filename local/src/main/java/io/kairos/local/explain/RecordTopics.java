package io.kairos.local.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kairos.local.history.Haystack;
import io.kairos.local.history.TopicReading;
import io.kairos.wire.Decision;
import io.kairos.wire.SchemaArchive;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.MessageDecoder;

/** The topics triggers and decisions. Where there is no such topic, there is nothing in it. */
public final class RecordTopics implements RecordSource {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TopicReading topics;
  private final MessageDecoder<Trigger> triggers = Trigger.createDecoder(SchemaArchive.released());
  private final MessageDecoder<Decision> decisions =
      Decision.createDecoder(SchemaArchive.released());

  public RecordTopics(TopicReading topics) {
    this.topics = topics;
  }

  @Override
  public String name() {
    return "the topics %s and %s"
        .formatted(topics.name(Topics.TRIGGERS), topics.name(Topics.DECISIONS));
  }

  @Override
  public Optional<Recorded> find(String id) throws IOException {
    Optional<Recorded> trigger = find(Topics.TRIGGERS, id);
    return trigger.isPresent() ? trigger : find(Topics.DECISIONS, id);
  }

  @Override
  public List<Recorded> fatesOf(String customerId) throws IOException {
    Haystack haystack = new Haystack(customerId);
    List<Recorded> all = new ArrayList<>();
    topics.read(
        List.of(Topics.DECISIONS),
        (topic, record, lost) -> {
          if (haystack.isIn(record.value())) {
            decoded(topic, record.value())
                .filter(decision -> decision.customerId().equals(customerId))
                .ifPresent(all::add);
          }
          return true;
        });
    return all;
  }

  private Optional<Recorded> find(Topics topic, String id) throws IOException {
    Haystack haystack = new Haystack(id);
    List<Recorded> found = new ArrayList<>();
    topics.read(
        List.of(topic),
        (same, record, lost) -> {
          if (haystack.isIn(record.value())) {
            decoded(topic, record.value())
                .filter(recorded -> recorded.id().equals(id))
                .ifPresent(found::add);
          }
          return found.isEmpty();
        });
    return found.stream().findFirst();
  }

  /** Triggers may be plain JSON. What cannot be read is none. */
  private Optional<Recorded> decoded(Topics topic, byte[] value) {
    try {
      if (value[0] == '{') {
        return Optional.ofNullable(Recorded.of(JSON.readTree(value)));
      }
      return Optional.of(
          topic == Topics.TRIGGERS
              ? Recorded.of(triggers.decode(value))
              : Recorded.of(decisions.decode(value)));
    } catch (IOException | AvroRuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
