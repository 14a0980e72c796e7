package dev.lockstep.simulator.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The state of the storage must run on a virtual clock: no sockets, threads or system time in it.
 */
class StateIsPureTest {
  private static final JavaClasses STORAGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lockstep.simulator.storage");

  private static final String STATE = "(Blob(Store|Container|Entry)|Lease|QueueStore|MessageQueue)";

  @Test
  void stateHasNeitherSocketsNorThreads() {
    noClasses()
        .that()
        .haveNameMatching(".*\\." + STATE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.undertow..", "java.net..", "java.util.concurrent..")
        .check(STORAGE);
  }

  @Test
  void nothingAsksTheSystemForTheTime() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(STORAGE);
  }

  @Test
  void storageKnowsNeitherHostNorEvents() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lockstep.simulator.host..", "dev.lockstep.simulator.eventgrid..")
        .check(STORAGE);
  }
}
