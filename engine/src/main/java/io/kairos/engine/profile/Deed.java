package io.kairos.engine.profile;

import io.kairos.engine.event.EventName;

/** What a customer did in the shop, as far as it is counted. */
enum Deed {
  VIEW,
  LIKE,
  COMMENT,
  SHARE,
  OTHER;

  static Deed of(EventName name) {
    return switch (name) {
      case VIEW -> VIEW;
      case LIKE -> LIKE;
      case COMMENT, REVIEWED -> COMMENT;
      case SHARE -> SHARE;
      default -> OTHER;
    };
  }
}
