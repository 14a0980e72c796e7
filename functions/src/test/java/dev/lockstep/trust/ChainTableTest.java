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
    assertThat(row.words()).isEqualTo(row.expected());
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
    assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void whatBreaksInPracticeIsInTheTable() {
    assertThat(cases())
        .extracting(Case::name)
        .contains(
            "root expired",
            "for clients",
            "signed with SHA-1",
            "intermediate signed with SHA-1",
            "another name",
            "intermediate known, but not sent",
            "intermediate unknown",
            "self-signed, no authority",
            "two ways, cross-certificate sent",
            "EC leaf below RSA",
            "RSA leaf below EC",
            "sent in the wrong order",
            "bundle in PEM, upside down",
            "IP address",
            "international name in Unicode",
            "key in hardware, chain in the bundle",
            "key in hardware, chain not known");
  }
}
