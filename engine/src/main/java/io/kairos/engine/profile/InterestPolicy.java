package io.kairos.engine.profile;

import io.kairos.engine.interest.Act;
import io.kairos.engine.interest.Decay;

/**
 * What shows how much interest. All weights are above 0.
 *
 * @param decay how fast interest fades
 */
public record InterestPolicy(Decay decay, double view, double like, double cart, double order) {

  /** What an act of that kind counts. */
  double weight(Act.Kind kind) {
    return switch (kind) {
      case VIEW -> view;
      case LIKE -> like;
      case CART -> cart;
      case ORDER -> order;
    };
  }
}
