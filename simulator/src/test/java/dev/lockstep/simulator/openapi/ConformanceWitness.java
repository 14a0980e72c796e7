package dev.lockstep.simulator.openapi;

import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ArmWitness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares every exchange of every simulated Azure of this JVM with the specification. What was
 * found since the last question belongs to the test that runs.
 */
public final class ConformanceWitness implements ArmWitness {
  private static final Specification SPECIFICATION = Specification.load();
  private static final Deviations DEVIATIONS = Deviations.load(SPECIFICATION);
  private static final Set<String> FOUND = new LinkedHashSet<>();
  private static final List<Violation> COVERED = new ArrayList<>();
  private static Conformance conformance = new Conformance(SPECIFICATION);

  @Override
  public void saw(ArmRequest request, ArmResponse response) {
    synchronized (FOUND) {
      String what = request.method() + " " + request.path() + ": ";
      for (Violation violation : conformance.check(Exchange.of(request, response))) {
        if (DEVIATIONS.covers(violation)) {
          COVERED.add(violation);
        } else {
          FOUND.add(what + violation);
        }
      }
    }
  }

  /** Forgets everything: a test begins. */
  static void begin() {
    synchronized (FOUND) {
      FOUND.clear();
      COVERED.clear();
      conformance = new Conformance(SPECIFICATION);
    }
  }

  /** What broke the specification since the beginning. */
  static List<String> found() {
    synchronized (FOUND) {
      return List.copyOf(FOUND);
    }
  }

  /** What deviated from it in a known way since the beginning. */
  static List<Violation> covered() {
    synchronized (FOUND) {
      return List.copyOf(COVERED);
    }
  }
}
