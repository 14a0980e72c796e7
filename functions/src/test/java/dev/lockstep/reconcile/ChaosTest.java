package dev.lockstep.reconcile;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Many things at once, from a seed; {@link Chaos} says what must hold. */
class ChaosTest {
  private static final int FROM = Integer.getInteger("lockstep.chaos.from", 0);
  private static final int SEEDS = Integer.getInteger("lockstep.chaos.seeds", 50);

  @TestFactory
  Stream<DynamicTest> theWorldConverges() {
    return IntStream.range(FROM, FROM + SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Chaos(seed).live()));
  }
}
