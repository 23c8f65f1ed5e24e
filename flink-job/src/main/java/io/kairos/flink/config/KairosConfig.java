package io.kairos.flink.config;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.RuleSet;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;

/**
 * The job's settings, checked.
 *
 * @param kafka what the Kafka clients are given
 * @param topicPrefix stands before every topic and the consumer group
 * @param input how the topics are read
 * @param time how time moves
 * @param state what of the state is on the heap
 * @param decisions what decides, and for whom
 * @param output how results are written
 * @param registry where the schemas of the Confluent wire format are
 */
public record KairosConfig(
    KafkaClients kafka,
    String topicPrefix,
    Input input,
    TimeConfig time,
    State state,
    Decisions decisions,
    Output output,
    RegistryConfig registry)
    implements Serializable {

  /**
   * @param bounded whether to end at what the topics hold at the start
   * @param maxRecordBytes larger records are refused
   * @param maxWaitingBytes most that may wait for the watermark in one slot
   * @param deletedEvents what to do where events were deleted before they were read
   */
  public record Input(
      boolean bounded, int maxRecordBytes, long maxWaitingBytes, DeletedEvents deletedEvents)
      implements Serializable {}

  /**
   * @param cachedCustomers most customers that a slot keeps as objects; 0 for none
   * @param nearMillis how far ahead a wake-up without a timer lies at most; 0 if all are timers
   * @param together whether a customer's events that one watermark lets through make one step
   */
  public record State(int cachedCustomers, long nearMillis, boolean together)
      implements Serializable {}

  /**
   * @param rulesYaml the rule file; null for the default one
   * @param modelYaml the model file; null for the default one
   * @param assumedConsent channels on which silence counts as consent
   * @param keySalt salt of the state's keys
   * @param activationDelayMillis how long after its append a record of the rules topic takes effect
   */
  public record Decisions(
      String currency,
      String zone,
      String rulesYaml,
      String modelYaml,
      List<String> assumedConsent,
      Secret keySalt,
      long activationDelayMillis)
      implements Serializable {

    public Shop shop() {
      return new Shop(currency, ZoneId.of(zone));
    }

    /** The rules of the rule file, on which those of the topic can be put. */
    public RuleHistory history() {
      return ReadRules.of(this).fresh();
    }

    /**
     * The rules of the rule file. They hold types that Java cannot ship, and are read where they
     * are needed.
     */
    public RuleSet rules() {
      return ReadRules.of(this).at(Long.MIN_VALUE).set();
    }

    /**
     * Looks whether consent is assumed on channels only that the rule file declares, if it declares
     * any. Not so for every replay: it assumes push and sms whatever its rules send by.
     *
     * @throws IllegalArgumentException if on another one; names the option
     */
    public void requireDeclaredChannels() {
      Set<String> declared = rules().policy().audience().channels();
      for (String channel : assumedConsent) {
        if (!declared.isEmpty() && !declared.contains(channel)) {
          throw new IllegalArgumentException(
              "Option %s '%s' is not declared under delivery, channels: %s"
                  .formatted(
                      KairosOptions.ASSUMED_CONSENT.key(),
                      channel,
                      String.join(", ", new TreeSet<>(declared))));
        }
      }
    }
  }

  /**
   * @param replay whether nothing expires by the clock, and triggers say so
   * @param format how records lie in the output topics
   * @param publishEveryMillis least event time between two publications of a profile; {@link
   *     CustomerEngine#NEVER} where none is published
   * @param delivery how triggers get to their topic
   */
  public record Output(
      boolean replay, SinkFormat format, long publishEveryMillis, DeliveryConfig delivery)
      implements Serializable {}

  /** The same with another time. */
  public KairosConfig with(TimeConfig other) {
    return new KairosConfig(kafka, topicPrefix, input, other, state, decisions, output, registry);
  }

  /**
   * Reads and checks the settings.
   *
   * @throws IllegalArgumentException if one is missing or wrong; the message names it
   */
  public static KairosConfig from(Configuration options) {
    return new ConfigReader(options).read();
  }
}
