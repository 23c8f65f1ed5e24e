package io.kairos.local.explain;

import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleHistory;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Rules of a test, and the shop that they are for. */
record Drafts(String yaml, RuleSource.Standing standing) implements RuleSource {
  static final Shop SHOP = new Shop("EUR", ZoneOffset.UTC);

  /** A cart left behind, in three steps. */
  static final String CART_SERIES =
      """
      rules:
        - id: cart-series
          version: 1
          event: cart.added
          per: cart
          restart: cart.changed
          idle: 30m
          unless: [order.placed, cart.emptied]
          when: cart.value >= 50
          steps:
            - {id: reminder, after: 1h, send: {channel: push, template: reminder}}
            - {id: coupon, after: 24h, send: {channel: push, template: coupon, offer: 5-off}}
      """;

  static Drafts deployed(String yaml) {
    return new Drafts(yaml, Standing.DEPLOYED);
  }

  static Setting setting(String yaml) {
    return Setting.of(SHOP, deployed(yaml));
  }

  @Override
  public String name() {
    return "the test's rules";
  }

  @Override
  public RuleHistory read(String currency) {
    return new Adjustment(Set.of("push", "sms"), Optional.empty()).of(yaml, currency);
  }
}
