package io.kairos.flink.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** Every option of the job, with its default and meaning. */
public final class KairosOptions {
  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      ConfigOptions.key("kafka.bootstrap.servers")
          .stringType()
          .noDefaultValue()
          .withDescription("Addresses of the Kafka brokers.");

  public static final ConfigOption<String> TOPIC_PREFIX =
      ConfigOptions.key("topic.prefix")
          .stringType()
          .defaultValue("kairos.")
          .withDescription("Stands before every topic and the consumer group.");

  public static final ConfigOption<Boolean> BOUNDED =
      ConfigOptions.key("source.bounded")
          .booleanType()
          .defaultValue(false)
          .withDescription("Read what the topics hold at the start, then end.");

  public static final ConfigOption<MemorySize> MAX_RECORD =
      ConfigOptions.key("source.max-record-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(1))
          .withDescription("Larger input records are dead letters (TOO_LARGE).");

  public static final ConfigOption<MemorySize> MAX_WAITING =
      ConfigOptions.key("source.max-waiting")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(256))
          .withDescription(
              "Events of a slot that wait for the watermark; beyond it the job stops.");

  public static final ConfigOption<String> DELETED_EVENTS =
      ConfigOptions.key("source.deleted-events")
          .stringType()
          .defaultValue("stop")
          .withDescription(
              "What the job does where the brokers deleted records before it has read them: stop"
                  + " (EVENTS_DELETED), or skip them and go on at the earliest there is.");

  public static final ConfigOption<Duration> LATENESS =
      ConfigOptions.key("time.lateness")
          .durationType()
          .defaultValue(Duration.ofSeconds(2))
          .withDescription("An event is late if its arrival is later than its time by more.");

  public static final ConfigOption<Duration> FUTURE_TOLERANCE =
      ConfigOptions.key("time.future-tolerance")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription("An event whose time is later than its arrival by more is refused.");

  public static final ConfigOption<Duration> END_CHECK =
      ConfigOptions.key("time.end-check")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription(
              "How often the brokers are asked where silent partitions end. One that is proved to"
                  + " be read to its end does not hold time back. 0: a silent one does.");

  public static final ConfigOption<Duration> SKEW =
      ConfigOptions.key("time.skew")
          .durationType()
          .defaultValue(Duration.ofSeconds(1))
          .withDescription("How far the clocks of brokers and job may differ.");

  public static final ConfigOption<Duration> ACTIVATION_DELAY =
      ConfigOptions.key("rule.activation-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription(
              "How long after its append a record of the rules topic takes effect, in event time."
                  + " At least twice time.skew, so that every subtask knows it by then.");

  public static final ConfigOption<Duration> ALIGNMENT =
      ConfigOptions.key("time.alignment")
          .durationType()
          .defaultValue(Duration.ofMinutes(1))
          .withDescription("How far one partition may run ahead of the slowest in event time.");

  public static final ConfigOption<Duration> WATERMARK_INTERVAL =
      ConfigOptions.key("time.watermark-interval")
          .durationType()
          .defaultValue(Duration.ofMillis(50))
          .withDescription("How often time moves on, and with it the waiting events.");

  public static final ConfigOption<Duration> NEAR_WAKE_UPS =
      ConfigOptions.key("time.near-wake-ups")
          .durationType()
          .defaultValue(Duration.ofHours(12))
          .withDescription(
              "Deadlines of customers up to so far ahead wait on the heap, later ones as timers in"
                  + " the state backend, and what is beyond 250,000 a slot, or 150,000 for those of"
                  + " more than an hour ahead. 0: all of them there.");

  public static final ConfigOption<Long> END =
      ConfigOptions.key("time.end")
          .longType()
          .defaultValue(Long.MAX_VALUE)
          .withDescription(
              "End of a bounded replay, epoch milliseconds: later deadlines never fire.");

  public static final ConfigOption<Long> CLOCK_ORIGIN_EVENT =
      ConfigOptions.key("time.clock.event-origin")
          .longType()
          .defaultValue(0L)
          .withDescription("For a demo that runs faster: event time at the clock's wall origin.");

  public static final ConfigOption<Long> CLOCK_ORIGIN_WALL =
      ConfigOptions.key("time.clock.wall-origin")
          .longType()
          .defaultValue(0L)
          .withDescription("For a demo that runs faster: wall time at which its clock starts.");

  public static final ConfigOption<Double> CLOCK_SPEED =
      ConfigOptions.key("time.clock.speed")
          .doubleType()
          .defaultValue(1.0)
          .withDescription("For a demo that runs faster: event seconds in a second.");

  public static final ConfigOption<String> CURRENCY =
      ConfigOptions.key("shop.currency")
          .stringType()
          .defaultValue("CNY")
          .withDescription("ISO 4217 code of all amounts.");

  public static final ConfigOption<String> TIME_ZONE =
      ConfigOptions.key("shop.time-zone")
          .stringType()
          .defaultValue("Asia/Shanghai")
          .withDescription("Zone of months, tiers and spending.");

  public static final ConfigOption<String> RULES =
      ConfigOptions.key("rule.file")
          .stringType()
          .noDefaultValue()
          .withDescription("Rule file to use instead of the default one.");

  public static final ConfigOption<String> MODEL =
      ConfigOptions.key("profile.model")
          .stringType()
          .noDefaultValue()
          .withDescription("Model file of predictions, as kairos fit writes it.");

  public static final ConfigOption<List<String>> ASSUMED_CONSENT =
      ConfigOptions.key("delivery.assumed-consent")
          .stringType()
          .asList()
          .defaultValues()
          .withDescription(
              "Channels on which a customer who never said a word has agreed, of those that the rule"
                  + " file declares.");

  public static final ConfigOption<String> MODE =
      ConfigOptions.key("delivery.mode")
          .stringType()
          .defaultValue("live")
          .withDescription("live, or replay: then nothing expires by the clock.");

  public static final ConfigOption<Duration> PUBLISH_INTERVAL =
      ConfigOptions.key("profile.publish-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(60))
          .withDescription(
              "Least event time between two publications of a changed profile. In a catch-up,"
                  + " where one step spans more than that, only the last of a step goes out.");

  public static final ConfigOption<Boolean> PUBLISH =
      ConfigOptions.key("profile.publish")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether profiles are published. Where nobody reads them, leaving them out saves a"
                  + " part of the work; triggers and decisions stay the same.");

  public static final ConfigOption<Integer> CACHED_CUSTOMERS =
      ConfigOptions.key("profile.cached-customers")
          .intType()
          .defaultValue(10_000)
          .withDescription(
              "Customers of a slot who are kept on the heap between the engine and the state"
                  + " backend, those who were touched last. 0: none.");

  public static final ConfigOption<Boolean> APPLY_TOGETHER =
      ConfigOptions.key("profile.apply-together")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether the events of a customer that one watermark lets through are applied in one"
                  + " step. Triggers and decisions are the same; false shows what that is worth.");

  public static final ConfigOption<String> KEY_SALT =
      ConfigOptions.key("profile.key-salt")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Secret salt of the hash by which state is keyed, as a reference to it. Never changes.");

  public static final ConfigOption<String> SINK_FORMAT =
      ConfigOptions.key("sink.format")
          .stringType()
          .defaultValue("avro")
          .withDescription(
              "Form of the output topics: avro (single-object encoding), registry (Confluent wire"
                  + " format, needs schema.registry.url), or json, which makes triggers plain JSON.");

  public static final ConfigOption<String> GUARANTEE =
      ConfigOptions.key("sink.delivery-guarantee")
          .stringType()
          .defaultValue("at-least-once")
          .withDescription(
              "Of the topic of triggers: at-least-once, or exactly-once for readers with"
                  + " isolation.level=read_committed, who then wait for each checkpoint.");

  public static final ConfigOption<MemorySize> MAX_UNCOMMITTED =
      ConfigOptions.key("sink.max-uncommitted")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(128))
          .withDescription(
              "Exactly once: triggers of a slot that wait for the next checkpoint; beyond it the"
                  + " job restarts from the last one.");

  public static final ConfigOption<Integer> REQUIRED_REPLICATION =
      ConfigOptions.key("sink.required-replication")
          .intType()
          .defaultValue(3)
          .withDescription(
              "Exactly once: replicas that the brokers must keep of triggers, transactions and"
                  + " receipts. At least 1.");

  public static final ConfigOption<Duration> RECEIPT_RETENTION =
      ConfigOptions.key("sink.receipt-retention")
          .durationType()
          .defaultValue(Duration.ofDays(7))
          .withDescription(
              "Exactly once: for how long the brokers surely know which triggers went out. At most"
                  + " their offsets.retention.minutes. At least 1 h.");

  public static final ConfigOption<String> UNPROVEN_BATCH =
      ConfigOptions.key("sink.unproven-batch")
          .stringType()
          .defaultValue("refuse")
          .withDescription(
              "Exactly once: what becomes of triggers in a checkpoint older than that, of which"
                  + " nobody knows whether they went out: refuse to start, send or skip them.");

  public static final ConfigOption<String> REGISTRY_URL =
      ConfigOptions.key("schema.registry.url")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Base address of a schema registry with Confluent's REST interface. With it, input"
                  + " records may be in the Confluent wire format as well.");

  public static final ConfigOption<String> REGISTRY_BASIC_AUTH =
      ConfigOptions.key("schema.registry.basic-auth")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Where user:password of the registry stands: a reference such as"
                  + " ${env:REGISTRY_LOGIN}, ${dir:/run/secrets:registry} or"
                  + " ${file:/run/secrets/kairos.properties:registry}. Over http"
                  + " anybody on the network can read it.");

  public static final ConfigOption<Boolean> REGISTRY_REGISTER =
      ConfigOptions.key("schema.registry.register")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether the job registers the schemas of its output topics. If not, they must be"
                  + " registered before it starts.");

  public static final ConfigOption<Duration> REGISTRY_GIVE_UP_AFTER =
      ConfigOptions.key("schema.registry.give-up-after")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "How long a registry that does not answer is asked again before the job fails and"
                  + " restarts from its checkpoint. At least 1 s.");

  private KairosOptions() {}
}
