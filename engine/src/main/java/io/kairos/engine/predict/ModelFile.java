package io.kairos.engine.predict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and writes a model file: YAML 1.2, as {@code default-model.yaml}. */
public final class ModelFile {
  private ModelFile() {}

  /** The model that ships with the engine: fitted to a music shop's customers of 1997. */
  public static PredictionModel defaults() {
    try (InputStream in = ModelFile.class.getResourceAsStream("/default-model.yaml")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if the text is no model file; the message names the key
   */
  public static PredictionModel parse(String yaml) {
    ModelKeys file = ModelKeys.of("the model file", document(yaml));
    file.only("name", "daysPerUnit", "purchases", "spend");
    BgNbd purchases = purchases(file.keys("purchases"));
    GammaGamma spend = spend(file.keys("spend"));
    double daysPerUnit = file.number("daysPerUnit");
    String name = file.text("name");
    return file.made(() -> new PredictionModel(name, daysPerUnit, purchases, spend));
  }

  /** The text that {@link #parse} reads back to an equal model, to the last bit. */
  public static String write(PredictionModel model) {
    BgNbd purchases = model.purchases();
    GammaGamma spend = model.spend();
    return """
        name: "%s"
        daysPerUnit: %s
        purchases:
          r: %s
          alpha: %s
          a: %s
          b: %s
        spend:
          p: %s
          q: %s
          v: %s
        """
        .formatted(
            model.name(),
            model.daysPerUnit(),
            purchases.r(),
            purchases.alpha(),
            purchases.a(),
            purchases.b(),
            spend.p(),
            spend.q(),
            spend.v());
  }

  private static Object document(String yaml) {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (YamlEngineException unreadable) {
      throw new IllegalArgumentException("No YAML: " + unreadable.getMessage(), unreadable);
    }
  }

  private static BgNbd purchases(ModelKeys keys) {
    keys.only("r", "alpha", "a", "b");
    double r = keys.number("r");
    double alpha = keys.number("alpha");
    double a = keys.number("a");
    double b = keys.number("b");
    return keys.made(() -> new BgNbd(r, alpha, a, b));
  }

  private static GammaGamma spend(ModelKeys keys) {
    keys.only("p", "q", "v");
    double p = keys.number("p");
    double q = keys.number("q");
    double v = keys.number("v");
    return keys.made(() -> new GammaGamma(p, q, v));
  }
}
