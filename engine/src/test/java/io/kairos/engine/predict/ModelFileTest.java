package io.kairos.engine.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
  private static final PredictionModel MODEL =
      new PredictionModel(
          "shop-2026",
          30.4375,
          new BgNbd(1e-5, 1e9, 1.0 / 3, 2),
          new GammaGamma(6.25, 3.74, Math.nextUp(15.44)));

  @Test
  void theDefaultIsThePublishedFitInWeeks() {
    assertThat(ModelFile.defaults())
        .isEqualTo(
            new PredictionModel(
                "cdnow-1997",
                7,
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new GammaGamma(6.25, 3.74, 15.44)));
  }

  @Test
  void readsBackWhatItWroteToTheLastBit() {
    assertThat(ModelFile.parse(ModelFile.write(MODEL))).isEqualTo(MODEL);
  }

  @Test
  void readsBackANameThatLooksLikeANumber() {
    PredictionModel odd = new PredictionModel("1e3", 1, MODEL.purchases(), MODEL.spend());

    assertThat(ModelFile.parse(ModelFile.write(odd))).isEqualTo(odd);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 0.3333333333333333 | a: -1 | the model file, purchases: a must be",
        "a: 0.3333333333333333 | a: many | the model file, purchases, key 'a': must be a number",
        "a: 0.3333333333333333 | c: 1 | the model file, purchases, key 'c': is not known",
        "q: 3.74 | q: 0.5 | the model file, spend: q must be above 1",
        "q: 3.74 | q: [1] | the model file, spend, key 'q': must be a text or a number",
        "q: 3.74 | q: | the model file, spend, key 'q': is missing",
        "daysPerUnit: 30.4375 | daysPerUnit: 0 | the model file: daysPerUnit must be",
        "daysPerUnit: 30.4375 | daysPerUnit: 1e-310 | the model file: daysPerUnit must be",
        "daysPerUnit: 30.4375 | null: 1 | the model file, key 'null': is not known",
        "daysPerUnit: 30.4375 | days: 1 | the model file, key 'days': is not known",
        "name: \"shop-2026\" | name: a b | the model file: name must be",
        "spend: | spend: 1 # | the model file, spend must be a map",
      })
  void namesTheKeyThatIsWrong(String right, String wrong, String complaint) {
    String text = ModelFile.write(MODEL).replace(right, wrong);
    String cut = wrong.endsWith("#") ? text.substring(0, text.indexOf("  p:")) : text;

    assertThatThrownBy(() -> ModelFile.parse(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(complaint);
  }

  @ParameterizedTest
  @CsvSource({"'[', No YAML", "'', the model file must be a map"})
  void refusesWhatIsNoModelFile(String text, String complaint) {
    assertThatThrownBy(() -> ModelFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(complaint);
  }
}
