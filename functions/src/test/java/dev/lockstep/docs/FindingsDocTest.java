package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.GuardCode;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.WarningCode;
import dev.lockstep.reconcile.FindingCode;
import dev.lockstep.trust.TrustCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Renders docs/findings.md: the stable names of everything that a plan can have to say. */
class FindingsDocTest {
  private static final Path PAGE = Path.of("../docs/findings.md");

  @Test
  void thePageIsWhatTheCodeSays() {
    StringBuilder page =
        new StringBuilder(
            """
            # Findings

            <!-- Rendered from the code by FindingsDocTest; edit BlockCode, WarningCode, TrustCode, GuardCode or FindingCode instead. -->

            The names are stable: they stand in journals, in the status and in `plan --format json`.

            ## Blocked

            What cannot be done. It stays as it is, the rest of the plan goes on, and the finding carries
            the remedy.

            """);
    table(page, Arrays.stream(BlockCode.values()), BlockCode::wireName, BlockCode::meaning);
    page.append("\n## Warnings\n\nWhat a person should know; it stops nothing.\n\n");
    table(page, Arrays.stream(WarningCode.values()), WarningCode::wireName, WarningCode::meaning);
    page.append(
        "\n## Certificates\n\nWhat can be wrong with certificates and chains; `trustUndetermined`,"
            + " `chainProblem` and\n`certificateUnfit` tell these in words, and `certs` of the"
            + " command by name.\n\n");
    table(page, Arrays.stream(TrustCode.values()), TrustCode::wireName, TrustCode::meaning);
    page.append("\n## Guards\n\nWhat refuses a plan as a whole.\n\n");
    table(page, Arrays.stream(GuardCode.values()), GuardCode::wireName, GuardCode::meaning);
    page.append("\n## Findings of runs\n\nWhat a run found apart from its plan.\n\n");
    table(page, Arrays.stream(FindingCode.values()), FindingCode::wireName, FindingCode::meaning);

    Rendered.check(PAGE, page.toString(), getClass());
  }

  @Test
  void namesAreUniqueInTheirList() {
    assertThat(names(Arrays.stream(BlockCode.values()).map(BlockCode::wireName)))
        .doesNotHaveDuplicates();
    assertThat(names(Arrays.stream(WarningCode.values()).map(WarningCode::wireName)))
        .doesNotHaveDuplicates();
  }

  private static <T> void table(
      StringBuilder page,
      Stream<T> codes,
      java.util.function.Function<T, String> name,
      java.util.function.Function<T, String> meaning) {
    page.append("| code | meaning |\n| --- | --- |\n");
    codes.forEach(
        code ->
            page.append("| `")
                .append(name.apply(code))
                .append("` | ")
                .append(meaning.apply(code))
                .append(" |\n"));
  }

  private static List<String> names(Stream<String> names) {
    return names.toList();
  }
}
