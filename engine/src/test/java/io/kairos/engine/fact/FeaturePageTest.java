package io.kairos.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.CustomerState;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page is what the features say; {@code -Dkairos.docs=write} writes it anew. */
class FeaturePageTest {
  private static final Path PAGE = Path.of("..", "docs", "profile.md");
  private static final Set<String> TOPICS = Set.of("clickstream", "cart", "orders", "customers");

  /** A customer of whom nothing is known. */
  private static final Facts NOBODY =
      new CustomerEngine(RuleFile.defaults("CNY"), Shop.DEFAULT, 0)
          .snapshot(CustomerState.of("c1"), 1_800_000_000_000L)
          .facts();

  static List<Feature> features() {
    return FeaturePage.features();
  }

  @Test
  void pageIsWhatTheFeaturesSay() throws IOException {
    if ("write".equals(System.getProperty("kairos.docs"))) {
      Files.writeString(PAGE, FeaturePage.text());
    }
    assertThat(PAGE)
        .as("To write it anew: ./mvnw -pl engine test -Dkairos.docs=write")
        .hasContent(FeaturePage.text());
  }

  @Test
  void namesAreUnique() {
    assertThat(features()).extracting(Feature::name).doesNotHaveDuplicates();
  }

  @Test
  void fieldsAreUnique() {
    Stream<String> fields = features().stream().map(Feature::field).filter(Objects::nonNull);
    assertThat(fields).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("features")
  void meaningIsASentence(Feature feature) {
    assertThat(feature.said().meaning()).isNotBlank().endsWith(".").doesNotContain("|", "\n");
  }

  @ParameterizedTest
  @MethodSource("features")
  void windowIsSaid(Feature feature) {
    assertThat(feature.said().window()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("features")
  void sourceIsTopicsOrTheModel(Feature feature) {
    String source = feature.said().source();
    if (!source.equals("all topics")) {
      assertThat(source.split(", "))
          .allMatch(one -> TOPICS.contains(one) || one.equals("model file"));
    }
  }

  /** Of a customer of whom nothing is known everything is unknown that ever can be. */
  @ParameterizedTest
  @MethodSource("features")
  void whenItIsNotKnownIsSaid(Feature feature) {
    assertThat(isKnown(feature.reading()))
        .as(feature.name())
        .isEqualTo(FeaturePage.isAlwaysKnown(feature));
  }

  private static boolean isKnown(Feature.Reading reading) {
    if (reading instanceof Feature.Number number) {
      return !Double.isNaN(number.of().applyAsDouble(NOBODY));
    }
    return !(reading instanceof Feature.Text text) || text.of().apply(NOBODY) != null;
  }

  @Test
  void saysHowManyNamesInterestsKeep() {
    assertThat(FeaturePage.text())
        .contains(Interests.CATEGORIES + " heaviest categories")
        .contains(Interests.BRANDS + " heaviest brands")
        .contains(Interests.CONTENTS + " heaviest kinds");
  }
}
