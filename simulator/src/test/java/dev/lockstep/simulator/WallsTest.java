package dev.lockstep.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.Instant;

/**
 * The world runs without sockets, threads and the system clock, so that it can run on a virtual
 * one.
 */
@AnalyzeClasses(
    packages = "dev.lockstep.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final String[] PURE = {
    "..simulator.world..",
    "..simulator.arm..",
    "..simulator.access..",
    "..simulator.fault..",
    "..simulator.govern..",
    "..simulator.agw..",
    "..simulator.apim..",
    "..simulator.dns..",
    "..simulator.health..",
    "..simulator.keyvault..",
    "..simulator.network..",
    "..simulator.estate..",
    "..simulator.event..",
    "..simulator.json.."
  };

  @ArchTest
  void theWorldKnowsNoSocketsAndNoThreads(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "(io\\.undertow|org\\.xnio|java\\.net\\.(http|Socket|ServerSocket)|java\\.lang\\.Thread$|java\\.util\\.concurrent\\.Execut).*")
        .check(classes);
  }

  @ArchTest
  void theWorldTakesItsTimeFromTheInjectedClock(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(classes);
  }

  @ArchTest
  void theSimulatorSharesNothingWithTheProduct(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("dev\\.lockstep\\.(?!simulator\\b).*")
        .check(classes);
  }
}
