package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTableTest {
  static List<Case> cases() {
    return ChainTable.ALL;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theVerdictIsTheExpectedOne(Case row) {
    assertThat(Case.words(row.verdict())).isEqualTo(row.expected());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyProblemSaysWhatToDo(Case row) {
    assertThat(row.verdict().problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.reason()).isNotBlank();
              assertThat(problem.remedy()).isNotBlank();
            });
  }

  @Test
  void theTableIsLargeEnough() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
  }
}
