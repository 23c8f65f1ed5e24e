package io.kairos.engine;

/** A rule in two versions: in a rule file, and as it is declared later. */
final class TwoVersions {
  static final String BASE =
      """
      rules:
        - {id: r, event: view, after: 1h, again: always, unless: order.placed,
           send: {channel: push, template: one}}
      """;
  static final String TWO =
      "{id: r, event: view, after: 2h, again: always, send: {channel: push, template: two}}";

  private TwoVersions() {}
}
