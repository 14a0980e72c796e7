package dev.lockstep.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** The walls of docs/architecture.md: a package imports only those to its left. */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final String[] PURE = {
    "dev.lockstep.model..",
    "dev.lockstep.trust..",
    "dev.lockstep.read..",
    "dev.lockstep.config..",
    "dev.lockstep.discover..",
    "dev.lockstep.route..",
    "dev.lockstep.limits..",
    "dev.lockstep.desire..",
    "dev.lockstep.plan..",
    "dev.lockstep.guard..",
    "dev.lockstep.render..",
    "dev.lockstep.offline.."
  };

  @ArchTest
  static final ArchRule LAYERS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.lockstep..")
          .withOptionalLayers(true)
          .layer("model")
          .definedBy("dev.lockstep.model..")
          .layer("trust")
          .definedBy("dev.lockstep.trust..")
          .layer("read")
          .definedBy("dev.lockstep.read..")
          .layer("config")
          .definedBy("dev.lockstep.config..")
          .layer("discover")
          .definedBy("dev.lockstep.discover..")
          .layer("route")
          .definedBy("dev.lockstep.route..")
          .layer("limits")
          .definedBy("dev.lockstep.limits..")
          .layer("desire")
          .definedBy("dev.lockstep.desire..")
          .layer("plan")
          .definedBy("dev.lockstep.plan..")
          .layer("guard")
          .definedBy("dev.lockstep.guard..")
          .layer("render")
          .definedBy("dev.lockstep.render..")
          .layer("offline")
          .definedBy("dev.lockstep.offline..")
          .layer("signal")
          .definedBy("dev.lockstep.signal..")
          .layer("port")
          .definedBy("dev.lockstep.port..")
          .layer("reconcile")
          .definedBy("dev.lockstep.reconcile..")
          .layer("azure")
          .definedBy("dev.lockstep.azure..")
          .layer("app")
          .definedBy("dev.lockstep.app..")
          .layer("trigger")
          .definedBy("dev.lockstep.trigger..")
          .whereLayer("trigger")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("app")
          .mayOnlyBeAccessedByLayers("trigger")
          .whereLayer("azure")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("reconcile")
          .mayOnlyBeAccessedByLayers("app", "trigger")
          .whereLayer("guard")
          .mayOnlyBeAccessedByLayers("reconcile", "offline", "app")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("reconcile", "offline", "app")
          .whereLayer("offline")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("discover")
          .mayOnlyBeAccessedByLayers("offline", "app")
          .whereLayer("desire")
          .mayOnlyBeAccessedByLayers("plan", "guard", "reconcile", "offline")
          .whereLayer("route")
          .mayOnlyBeAccessedByLayers("desire", "plan", "guard")
          .whereLayer("trust")
          .mayOnlyBeAccessedByLayers("desire", "plan", "guard", "reconcile", "offline")
          .whereLayer("limits")
          .mayOnlyBeAccessedByLayers("desire", "plan", "guard");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.lockstep.(*)..").should().beFreeOfCycles();

  // The JDK's certificate classes want a stream even of bytes, and throw IOException for bad DER.
  private static final Set<String> NO_TRUE_IO =
      Set.of(ByteArrayInputStream.class.getName(), IOException.class.getName());

  @ArchTest
  static final ArchRule PURE_PACKAGES_KNOW_NO_OUTSIDE =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "com.azure..",
                      "com.microsoft..",
                      "java.io..",
                      "java.nio.file..",
                      "java.net.http..",
                      "java.util.logging..",
                      "java.util.concurrent..",
                      "org.slf4j..")
                  .and(
                      DescribedPredicate.describe(
                          "reach outside", c -> !NO_TRUE_IO.contains(c.getName()))));

  @ArchTest
  static final ArchRule ONLY_ADAPTERS_KNOW_AZURE =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.lockstep.azure..", "dev.lockstep.app..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.azure.."));

  @ArchTest
  static final ArchRule NO_THREADS_OF_ONES_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.lockstep.azure..", "dev.lockstep.app..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.util.concurrent..")
                  .and(
                      DescribedPredicate.describe(
                          "run things", c -> !c.getPackageName().endsWith("atomic"))))
          .orShould()
          .dependOnClassesThat(
              DescribedPredicate.describe("threads", c -> c.isEquivalentTo(Thread.class)));

  private static final Set<String> CLOCK_TYPES =
      Set.of(
          Instant.class.getName(),
          LocalDateTime.class.getName(),
          OffsetDateTime.class.getName(),
          ZonedDateTime.class.getName());

  @ArchTest
  static final ArchRule NO_SYSTEM_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.lockstep.app..")
          .and()
          .doNotHaveFullyQualifiedName("dev.lockstep.azure.SystemTicker")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "the system clock",
                  (JavaCall<?> call) ->
                      (call.getTarget().getName().equals("now")
                              && CLOCK_TYPES.contains(call.getTargetOwner().getName())
                              && call.getTarget().getRawParameterTypes().isEmpty())
                          || call.getTarget().getName().equals("currentTimeMillis")
                          || call.getTarget().getName().equals("nanoTime")
                          || call.getTarget().getName().equals("systemUTC")));
}
