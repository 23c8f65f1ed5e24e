package io.kairos.flink.config;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * The login of a Kafka client: a login module and its options. A module is code, and some fetch
 * more of it from wherever the text says (JndiLoginModule), so only Kafka's own are taken.
 */
final class LoginText {
  static final String OAUTH = OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;
  static final String PLAIN = "PLAIN";

  /** What {@code sasl.mechanism} may be. */
  static final Set<String> MECHANISMS = Set.of(PLAIN, "SCRAM-SHA-256", "SCRAM-SHA-512", OAUTH);

  private static final Set<String> MODULES =
      Set.of(
          ScramLoginModule.class.getName(),
          PlainLoginModule.class.getName(),
          OAuthBearerLoginModule.class.getName());

  private static final String FORM =
      "must be one of Kafka's login modules with its options, such as "
          + ScramLoginModule.class.getName()
          + " required username=\"NAME\" password=\"${file:/PATH:KEY}\";";

  private static final Pattern MODULE = Pattern.compile("[\\w.$]+LoginModule");
  private static final Pattern OPEN =
      Pattern.compile("username|tokenauth|clientId|scope|extension_.*");

  private LoginText() {}

  /**
   * @throws IllegalArgumentException if the text names another module, or holds a secret that is no
   *     reference
   */
  static void check(String option, String text) {
    if (References.isOne(text)) {
      return;
    }
    parse(option, text)
        .getOptions()
        .forEach(
            (name, value) -> {
              if (!OPEN.matcher(name).matches() && !References.isOne(value.toString())) {
                throw wrong(option, name + " must be a reference: " + References.FORMS);
              }
            });
  }

  /**
   * @throws IllegalArgumentException if a reference leads nowhere, or to what the text cannot hold
   */
  static void requireSecrets(String option, String text) {
    String whole = References.resolve(option, text);
    if (References.isOne(text)) {
      parse(option, whole);
      return;
    }
    Map<String, ?> open = parse(option, text).getOptions();
    open.forEach((name, value) -> requireQuotable(option, name, value.toString()));
  }

  private static void requireQuotable(String option, String name, String value) {
    String secret = References.resolveLine(option, value);
    if (secret.indexOf('"') >= 0 || secret.indexOf('\\') >= 0) {
      throw wrong(option, name + " has a quotation mark or a backslash, which a login cannot hold");
    }
  }

  /** Kafka's own messages may quote the text, so none of them is passed on. */
  private static AppConfigurationEntry parse(String option, String text) {
    String module = text.strip().split("\\s", 2)[0];
    if (!MODULES.contains(module)) {
      Matcher named = MODULE.matcher(module);
      throw wrong(option, named.matches() ? "names " + module + ", but " + FORM : FORM);
    }
    try {
      return JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(text)))
          .configurationEntries()
          .get(0);
    } catch (IllegalArgumentException | KafkaException unreadable) {
      throw wrong(option, FORM);
    }
  }

  private static IllegalArgumentException wrong(String option, String why) {
    return new IllegalArgumentException("Option " + option + ' ' + why);
  }
}
