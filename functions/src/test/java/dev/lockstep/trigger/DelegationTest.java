package dev.lockstep.trigger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * No decision lives in a function: it knows its host and the app, and nothing that could decide.
 */
@AnalyzeClasses(
    packages = "dev.lockstep.trigger",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DelegationTest {
  @ArchTest
  static final ArchRule KNOWS_HOST_AND_APP_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.lockstep.trigger",
                  "dev.lockstep.app",
                  "com.microsoft.azure.functions..",
                  "java.lang..",
                  "java.net",
                  "java.util",
                  "java.util.function",
                  "java.util.logging"));
}
