package io.kairos.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import java.util.List;
import java.util.Random;

/** The path of an event through the packages, and what none of them may touch. */
@AnalyzeClasses(packages = "io.kairos.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> PATH =
      List.of(
          "pack",
          "event",
          "cleaning",
          "interest",
          "profile",
          "predict",
          "condition",
          "fact",
          "segment",
          "rule",
          "trigger",
          "delivery");

  @ArchTest static final ArchRule packagesImportOnlyBackAlongThePath = path();

  @ArchTest
  static final ArchRule nothingReadsAClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now");

  @ArchTest
  static final ArchRule nothingIsLeftToChance =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule onlyRuleAndModelFileReadBytesFromOutside =
      noClasses()
          .that()
          .doNotBelongToAnyOf(RuleFile.class, ModelFile.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..");

  @ArchTest
  static final ArchRule nothingKnowsTheMachineryAround =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "org.slf4j..", "java.util.logging..");

  @ArchTest
  static final ArchRule predictionsKnowNoEventAndNoProfile =
      noClasses()
          .that()
          .resideInAPackage("..predict..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..engine.event..", "..engine.cleaning..", "..engine.profile..");

  @ArchTest
  static final ArchRule conditionsKnowOnlyTheirVocabulary =
      noClasses()
          .that()
          .resideInAPackage("..engine.condition..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.kairos..").and(resideOutsideOfPackage("..engine.condition..")));

  /** And nobody evaluates text: the compiled condition is an object of ours. */
  @ArchTest
  static final ArchRule onlyConditionsKnowTheLibraryThatParsesThem =
      noClasses()
          .that()
          .resideOutsideOfPackage("..engine.condition..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  /** {@link Math} may round differently from machine to machine. */
  @ArchTest
  static final ArchRule predictionsAreTheSameBitsEverywhere =
      noClasses()
          .that()
          .resideInAPackage("..predict..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Math.class);

  private static ArchRule path() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : PATH) {
      layers = layers.layer(name).definedBy("io.kairos.engine." + name);
    }
    layers = layers.layer("root").definedBy("io.kairos.engine");
    for (int i = 1; i < PATH.size(); i++) {
      String[] earlier = PATH.subList(0, i).toArray(String[]::new);
      layers = layers.whereLayer(PATH.get(i)).mayOnlyAccessLayers(earlier);
    }
    return layers.whereLayer("pack").mayNotAccessAnyLayer();
  }
}
