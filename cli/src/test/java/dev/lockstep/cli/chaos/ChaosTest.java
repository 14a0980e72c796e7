package dev.lockstep.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.chaos.LifeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lives of the app in the simulated world; `./lockstep chaos` lives as many as one likes. */
class ChaosTest {
  /** More of them with {@code -Dlockstep.chaos.lives=N}. */
  private static final long LIVES = Long.getLong("lockstep.chaos.lives", 40);

  private static final long MOST_UNTIL_A_BUG_IS_FOUND = 64;

  @Test
  void nothingHappensThatMustNot() throws InterruptedException {
    Sum sum = new Sum();
    new Lives(Break.NONE, false).live(5000, LIVES, processors(), sum::add);
    assertThat(sum.seeds()).isEqualTo(LIVES);
    assertThat(sum.failed()).as("lives with violations; replay them by their seed").isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameHistory() {
    LifeReport one = new Lives(Break.NONE, false).tell(16);
    LifeReport other = new Lives(Break.NONE, false).tell(16);
    assertThat(one.history()).hasSizeGreaterThan(100).isEqualTo(other.history());
  }

  /** Each is looked for from a seed shortly before the one at which it shows. */
  private static final Map<Break, Long> FROM =
      Map.of(
          Break.LEASE, 1L,
          Break.BLIND_RETRY, 1L,
          Break.TRUST_EMPTY, 110L,
          Break.DROP_WAKE, 1L,
          Break.SNAPSHOT_ROLLBACK, 15L,
          Break.STALE_COVER, 1L,
          Break.IGNORE_INTENT, 1L);

  @TestFactory
  Stream<DynamicTest> aBugIsFoundByWhatItCauses() {
    return Stream.of(Break.values())
        .filter(bug -> bug != Break.NONE)
        .map(bug -> DynamicTest.dynamicTest(bug.word(), () -> isFound(bug)));
  }

  private static void isFound(Break bug) throws InterruptedException {
    List<String> signs = new ArrayList<>();
    new Lives(bug, true)
        .live(
            FROM.get(bug),
            MOST_UNTIL_A_BUG_IS_FOUND,
            processors(),
            life -> bug.sign(life).ifPresent(signs::add));
    assertThat(signs).as(bug.word()).isNotEmpty();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
