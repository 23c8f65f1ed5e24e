package io.kairos.flink.config;

import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.config.SaslConfigs;

/** Refuses secrets where a reference to them belongs. Never says what it was given. */
final class PlainSecrets {
  /** Where an option comes from, and who reads it there. */
  enum Place {
    ARGUMENTS(
        "It stands in the list of processes, in Flink's log and in its web interface: choose"
            + " another one, and give a reference to it"),
    FILE("Keep it out of the file of options, and give a reference to it"),
    GRAPH("It would be in the job graph that Flink stores: give a reference to it");

    private final String advice;

    Place(String advice) {
      this.advice = advice;
    }
  }

  private PlainSecrets() {}

  /**
   * @throws IllegalArgumentException if an option that is a secret is no reference
   */
  static void refuse(Configuration options, Place place) {
    options.toMap().forEach((option, value) -> refuse(option, value, place));
  }

  static void refuse(String option, String value, Place place) {
    if (option.equals(ClientKeys.OPTION + SaslConfigs.SASL_JAAS_CONFIG)) {
      LoginText.check(option, value);
    } else if (isSecret(option) && !References.isOne(value)) {
      throw new IllegalArgumentException(
          "Option "
              + option
              + " is a secret in plain text. "
              + place.advice
              + ": "
              + References.FORMS);
    }
  }

  private static boolean isSecret(String option) {
    return option.equals(KairosOptions.KEY_SALT.key())
        || option.startsWith(ClientKeys.OPTION)
            && ClientKeys.isSecret(option.substring(ClientKeys.OPTION.length()));
  }
}
