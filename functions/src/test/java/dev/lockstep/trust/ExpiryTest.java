package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
  @ParameterizedTest
  @CsvSource({
    "-90, 300, FINE, 300",
    "-90, 31, FINE, 31",
    "-90, 30, NEAR, 30",
    "-90, 8, NEAR, 8",
    "-90, 7, URGENT, 7",
    "-90, 0, URGENT, 0",
    "-90, -1, EXPIRED, -1",
    "1, 300, AHEAD, 300"
  })
  void daysAndStageAreTold(int begin, int end, Expiry.Stage stage, long left) {
    PublicCertificate certificate =
        new Draft("x").dns("api.contoso.com").days(begin, end).make().certificate();

    Expiry expiry = Expiry.of(certificate, ExpiryThresholds.DEFAULT, Draft.NOW);

    assertThat(expiry).isEqualTo(new Expiry(certificate, stage, left));
    assertThat(expiry.isFinding()).isEqualTo(stage != Expiry.Stage.FINE);
  }

  @Test
  void thresholdsMustBeInOrder() {
    assertThatThrownBy(() -> new ExpiryThresholds(Duration.ofDays(1), Duration.ofDays(2)))
        .hasMessageContaining("near must be the longer one");
  }
}
