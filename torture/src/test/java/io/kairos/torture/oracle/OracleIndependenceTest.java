package io.kairos.torture.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A reference that shares code with what it checks shares its bugs. */
@AnalyzeClasses(
    packages = "io.kairos.torture.oracle",
    importOptions = ImportOption.DoNotIncludeTests.class)
class OracleIndependenceTest {

  @ArchTest
  static final ArchRule knowsNothingOfEngineAndJob =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.kairos.engine..", "io.kairos.flink..", "org.apache.flink..");
}
