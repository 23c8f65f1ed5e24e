package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.registry.ConfluentFormat;
import io.kairos.local.registry.RegistryProcess;
import io.kairos.local.registry.SharedRegistry;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.PlainJson;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.MessageDecoder;
import org.apache.flink.api.common.JobExecutionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job beside a real schema registry. */
@ExtendWith({SharedStack.class, SharedRegistry.class})
final class SchemaRegistryIT {
  private static final int EVENTS = 2_000;
  private static final int PARTITIONS = 2;
  private static final byte[] OF_NO_SCHEMA = {0, 127, -1, -1, -1, 1, 2, 3};

  /** How one record of a topic is read. */
  private interface Reading {
    IndexedRecord of(byte[] value) throws Exception;
  }

  @Test
  void decidesAndWritesTheSameInEitherForm(LocalStack stack, RegistryProcess registry)
      throws Exception {
    List<InputEvent> events = SomeTraffic.first(EVENTS);
    Map<String, String> options = JobOnBroker.replayTo(SomeTraffic.afterwards(events));
    try (JobOnBroker plain = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY);
        JobOnBroker framed = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY)) {
      plain.produce(events.stream().map(Input::of).toList());
      framed.produce(inEveryForm(events, framed.stack().topicPrefix(), registry));
      plain.run(options);
      JobExecutionResult result =
          framed.run(
              JobOnBroker.with(
                  options,
                  KairosOptions.REGISTRY_URL.key(),
                  registry.url(),
                  KairosOptions.REGISTRY_REGISTER.key(),
                  "true",
                  KairosOptions.SINK_FORMAT.key(),
                  "registry"));

      Reading confluent = value -> ConfluentFormat.read(registry, value);
      same(Topics.TRIGGERS, Trigger.getDecoder(), plain, framed, confluent);
      same(Topics.DECISIONS, Decision.getDecoder(), plain, framed, confluent);
      same(Topics.PROFILES, Profile.getDecoder(), plain, framed, confluent);
      assertThat(JobOnBroker.counted(result, "rejected")).isEqualTo(Map.of("UNKNOWN_SCHEMA", 1L));
      assertThat(values(framed, Topics.DEAD_LETTERS))
          .singleElement()
          .satisfies(value -> isTheUnknown(confluent.of(value)));
    }
  }

  @Test
  void waitsForARegistryThatIsAwayAndLosesNothing(LocalStack stack, RegistryProcess registry)
      throws Exception {
    try (JobOnBroker job = JobOnBroker.open(stack, 1, TopicTime.LIVE)) {
      IndexedRecord ann = view("ann");
      IndexedRecord ben = withOneMore(view("ben"));
      int known = registry.register("waits-value", ann.getSchema());
      int notYetAsked = registry.register("waits-value", ben.getSchema());
      RunningJob running = job.start(live(registry));
      job.produce(List.of(click(ConfluentFormat.write(known, ann))));
      awaitProfile(job, "ann");

      registry.stop();
      job.produce(List.of(click(OF_NO_SCHEMA), click(ConfluentFormat.write(notYetAsked, ben))));
      JobMetrics metrics = JobMetrics.of(stack.cluster().webAddress(), running.jobId());
      Deadline.await("a restart", () -> metrics.read().restarts().orElse(0) > 0);
      assertThat(values(job, Topics.DEAD_LETTERS)).isEmpty();
      assertThat(Written.bytes(job.stack(), Topics.PROFILES)).containsOnlyKeys("ann");

      registry.restart();
      awaitProfile(job, "ben");
      Deadline.await("the dead letter", () -> !values(job, Topics.DEAD_LETTERS).isEmpty());
      running.cancel();
      Deadline.await("the end", running::isEnded);
      assertThat(Written.deadLetters(job.stack()))
          .extracting(DeadLetter::getReason)
          .containsExactly("UNKNOWN_SCHEMA");
    }
  }

  private static Map<String, String> live(RegistryProcess registry) {
    return Map.of(
        KairosOptions.REGISTRY_URL.key(),
        registry.url(),
        KairosOptions.REGISTRY_GIVE_UP_AFTER.key(),
        "1 s",
        "flink.restart-strategy.type",
        "fixed-delay",
        "flink.restart-strategy.fixed-delay.attempts",
        "1000",
        "flink.restart-strategy.fixed-delay.delay",
        "100 ms");
  }

  private static void awaitProfile(JobOnBroker job, String customer) throws Exception {
    Deadline.await(
        "a profile of " + customer,
        () -> Written.bytes(job.stack(), Topics.PROFILES).containsKey(customer));
  }

  private static IndexedRecord view(String customer) throws IOException {
    return ClickstreamEvent.getDecoder().decode(ShopEvents.viewed(customer, Instant.now()).value());
  }

  private static Input click(byte[] value) {
    return new Input(Topics.CLICKSTREAM, 0, Instant.now().toEpochMilli(), null, value);
  }

  /** By turns single-object, framed with the released schema, and framed with a producer's own. */
  private static List<Input> inEveryForm(
      List<InputEvent> events, String prefix, RegistryProcess registry) throws Exception {
    List<Input> inputs = new ArrayList<>();
    Map<Schema, Integer> ids = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      InputEvent event = events.get(i);
      Input plain = Input.of(event);
      IndexedRecord record = i % 3 == 1 ? event.record() : withOneMore(event.record());
      if (!ids.containsKey(record.getSchema())) {
        String subject = event.topic().name(prefix) + "-value";
        ids.put(record.getSchema(), registry.register(subject, record.getSchema()));
      }
      byte[] framed = ConfluentFormat.write(ids.get(record.getSchema()), record);
      inputs.add(i % 3 == 0 ? plain : plain.withValue(framed));
      if (i == EVENTS / 2) {
        inputs.add(plain.withValue(OF_NO_SCHEMA));
      }
    }
    return inputs;
  }

  /** The record as a producer with one more field would write it. */
  private static GenericRecord withOneMore(IndexedRecord record) {
    Schema known = record.getSchema();
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("shelf", Schema.create(Schema.Type.STRING)));
    known.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema more = Schema.createRecord(known.getName(), null, known.getNamespace(), false, fields);
    GenericRecord copy = new GenericData.Record(more);
    copy.put("shelf", "top");
    known.getFields().forEach(field -> copy.put(field.name(), record.get(field.pos())));
    return copy;
  }

  private static void same(
      Topics topic,
      MessageDecoder<? extends IndexedRecord> decoder,
      JobOnBroker plain,
      JobOnBroker framed,
      Reading confluent)
      throws Exception {
    Map<String, List<String>> expected = read(plain, topic, decoder::decode);
    assertThat(expected).as(topic.label()).isNotEmpty();
    assertThat(read(framed, topic, confluent)).as(topic.label()).isEqualTo(expected);
  }

  /** Of profiles the last of each customer: how many come before it is not said. */
  private static Map<String, List<String>> read(JobOnBroker job, Topics topic, Reading reading)
      throws Exception {
    Map<String, List<String>> all = new TreeMap<>();
    for (var entry : Written.bytes(job.stack(), topic).entrySet()) {
      List<String> values = entry.getValue();
      int from = topic == Topics.PROFILES ? values.size() - 1 : 0;
      List<String> records = new ArrayList<>();
      for (String hex : values.subList(from, values.size())) {
        records.add(PlainJson.of(reading.of(HexFormat.of().parseHex(hex))));
      }
      all.put(entry.getKey(), records);
    }
    return all;
  }

  private static List<byte[]> values(JobOnBroker job, Topics topic) {
    return Written.bytes(job.stack(), topic).values().stream()
        .flatMap(List::stream)
        .map(HexFormat.of()::parseHex)
        .toList();
  }

  private static void isTheUnknown(IndexedRecord letter) {
    GenericRecord record = (GenericRecord) letter;
    assertThat(record.get("reason")).hasToString("UNKNOWN_SCHEMA");
    assertThat(record.get("value")).isEqualTo(ByteBuffer.wrap(OF_NO_SCHEMA));
  }
}
