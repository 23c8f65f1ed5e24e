package io.kairos.local.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The reminder of the default rules, in seconds instead of an hour. */
final class HastyRules {
  /** When a reminder is due after the cart was left. */
  static final Duration AFTER = Duration.ofSeconds(4);

  static final String YAML =
      """
      rules:
        - id: cart-abandon
          version: 1
          event: cart.added
          per: cart
          restart: cart.changed
          after: 4s
          idle: 2s
          unless: [order.placed, cart.emptied]
          when: cart.count > 0
          send: {channel: push, template: cart-reminder, validFor: 12h}
      tiers: []
      delivery: {consentNeeded: [sms], cancelFor: 10m}
      """;

  private HastyRules() {}

  /** Writes them into a folder; returns the file's path. */
  static String in(Path folder) throws IOException {
    return Files.writeString(folder.resolve("hasty.yaml"), YAML).toString();
  }
}
