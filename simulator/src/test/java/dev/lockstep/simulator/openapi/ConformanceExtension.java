package dev.lockstep.simulator.openapi;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test that made an exchange outside the specification. Found by JUnit without being
 * named; {@link OutsideSpecification} lets a test off.
 */
public final class ConformanceExtension implements AfterEachCallback, AfterAllCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    judge(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    judge(context);
  }

  private static void judge(ExtensionContext context) {
    List<String> found = ConformanceWitness.found();
    ConformanceWitness.begin();
    boolean letOff =
        context
            .getElement()
            .filter(element -> element.isAnnotationPresent(OutsideSpecification.class))
            .isPresent();
    if (!letOff && !found.isEmpty()) {
      throw new AssertionError(
          "exchanges outside the OpenAPI files (a deviation of the real service needs a recording and an entry in openapi/deviations.json):\n"
              + String.join("\n", found));
    }
  }
}
