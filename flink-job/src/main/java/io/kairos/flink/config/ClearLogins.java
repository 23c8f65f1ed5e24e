package io.kairos.flink.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Logins that cross the network in clear. Within a closed network, as a cloud's, they are usual, so
 * they are no error; but whoever sets up a job is to know.
 */
public final class ClearLogins {
  /** Those that send a password or a token as it is. */
  private static final Set<String> BARE = Set.of(LoginText.PLAIN, LoginText.OAUTH);

  /** Hosts as they are written: what a name server says of others may change. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i:localhost)|127(\\.\\d{1,3}){3}|\\[::1]");

  private ClearLogins() {}

  /** What is to be said of each, and how to do better. */
  public static List<String> of(KairosConfig config) {
    List<String> clear = new ArrayList<>();
    Map<String, String> kafka = config.kafka().settings();
    String mechanism = kafka.get(SaslConfigs.SASL_MECHANISM);
    if (mechanism != null && BARE.contains(mechanism) && isClear(kafka)) {
      clear.add(
          "Option kafka.sasl.mechanism: "
              + mechanism
              + " over SASL_PLAINTEXT lets anybody on the network read the login. Take"
              + " kafka.security.protocol=SASL_SSL, or SCRAM-SHA-512");
    }
    RegistryConfig registry = config.registry();
    if (registry.basicAuth() != null && isClear(URI.create(registry.url()))) {
      clear.add(
          "Option "
              + RegistryConfig.BASIC_AUTH
              + ": over http anybody on the network can read the login. Take an address with"
              + " https://");
    }
    return clear;
  }

  private static boolean isClear(Map<String, String> kafka) {
    return SecurityProtocol.SASL_PLAINTEXT.name.equals(
        kafka
            .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "")
            .toUpperCase(Locale.ROOT));
  }

  private static boolean isClear(URI address) {
    return address.getScheme().equals("http") && !THIS_MACHINE.matcher(address.getHost()).matches();
  }
}
