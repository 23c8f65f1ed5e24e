package io.kairos.engine.predict;

/**
 * The models that predictions come from, as one file holds them.
 *
 * @param name tells in a profile which model spoke; letters, digits, dots, hyphens, at most 64
 * @param daysPerUnit days in the unit of time of {@code purchases}: 7 where it was fitted in weeks
 * @param purchases when and whether customers come again
 * @param spend what an order is worth, in the major unit of the currency it was fitted in
 */
public record PredictionModel(String name, double daysPerUnit, BgNbd purchases, GammaGamma spend) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";

  public PredictionModel {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "name must be letters, digits, dots and hyphens, at most 64, not '" + name + "'");
    }
    Parameter.positive("daysPerUnit", daysPerUnit);
  }
}
