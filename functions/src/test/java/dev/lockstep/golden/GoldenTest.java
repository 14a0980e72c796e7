package dev.lockstep.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.docs.Rendered;
import dev.lockstep.guard.Guards;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Plan;
import dev.lockstep.render.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case's plan as a person reads it stands in {@code golden/<case>.txt}. */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static Set<String> cases() {
    return GoldenCases.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePlanIsTheOneThatWasReviewed(String name) {
    Estates estates = GoldenCases.all().get(name).get();
    Plan plan = estates.plan();

    assertThat(Guards.check(plan, estates.input())).isEmpty();
    Rendered.check(FOLDER.resolve(name + ".txt"), PlanText.render(plan, false), getClass());
  }

  @Test
  void noFileIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(cases().stream().map(name -> name + ".txt").collect(Collectors.toSet()));
    }
  }
}
