package dev.lockstep.simulator.dataplane;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.Instant;

/** The world does not know that it is served on sockets. */
@AnalyzeClasses(
    packages = "dev.lockstep.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DataPlaneWallsTest {
  /** And the oracle of chaos, which asks the gateway's own routing where a request would go. */
  @ArchTest
  void onlyTheSimulatorKnowsTheDataPlane(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackages("..simulator.dataplane..", "..simulator.chaos..")
        .and()
        .doNotHaveSimpleName("Simulator")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..simulator.dataplane..")
        .check(classes);
  }

  @ArchTest
  void theDataPlaneTakesItsTimeFromTheWorld(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage("..simulator.dataplane..", "..simulator.pki..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(classes);
  }
}
