package io.kairos.flink.config;

import java.io.Serializable;
import java.net.URI;

/**
 * Where the schemas of the Confluent wire format are.
 *
 * @param url base address, without a slash at its end; null for no registry
 * @param basicAuth a reference to {@code user:password}, resolved only where the registry is asked;
 *     null for no login
 * @param registration what is done about a schema that is to be written with
 * @param giveUpMillis how long a registry that does not answer is asked again
 */
public record RegistryConfig(
    String url, String basicAuth, Registration registration, long giveUpMillis)
    implements Serializable {
  /** No registry. */
  public static final RegistryConfig NONE = new RegistryConfig(null, null, Registration.LOOK_UP, 0);

  /** The option that gives the login. */
  public static final String BASIC_AUTH = KairosOptions.REGISTRY_BASIC_AUTH.key();

  /** What is done about a schema that is to be written with. */
  public enum Registration {
    /** It must be there. */
    LOOK_UP,
    /** It is registered where it is not there yet. */
    REGISTER
  }

  /**
   * @throws IllegalArgumentException if the address or the reference is none, or there is a login
   *     and no address
   */
  public RegistryConfig {
    url = url == null ? null : checked(url);
    if (basicAuth != null) {
      References.requireKinds(BASIC_AUTH, basicAuth);
      if (!References.isOne(basicAuth)) {
        throw new IllegalArgumentException(
            "basic-auth must be a reference to user:password, so that the login itself stands in no"
                + " command and no job graph: "
                + References.FORMS);
      }
      if (url == null) {
        throw new IllegalArgumentException("basic-auth needs schema.registry.url");
      }
    }
  }

  /** Whether there is a registry. */
  public boolean isSet() {
    return url != null;
  }

  private static String checked(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException broken) {
      // The cause repeats the address, which may hold a password.
      throw new IllegalArgumentException("url is no address: it has a character out of place");
    }
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null || address.getQuery() != null) {
      throw new IllegalArgumentException("url must be such as https://registry.example.com:8081");
    }
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException("url must not hold a login: give it as basic-auth");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
