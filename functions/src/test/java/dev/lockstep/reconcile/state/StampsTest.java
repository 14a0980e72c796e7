package dev.lockstep.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T08:00:00Z",
        "2026-01-05T08:00:00.250Z",
        "2026-02-28T23:59:59.000001Z",
        "2024-02-29T00:00:00.123456789Z",
        "1969-12-31T23:59:59.5Z",
        "+12026-01-05T08:00:00Z",
        "2016-12-31T23:59:60Z"
      })
  void theInstantIsTheOneThatTheLongWayGives(String text) {
    assertThat(Stamps.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-01-05T08:09:10Z",
        "2026-01-05T08:00:00.250Z",
        "2026-12-31T23:59:59.000001Z",
        "2024-02-29T00:00:00.123456789Z",
        "1969-12-31T23:59:59.500Z",
        "9999-12-31T23:59:59.999999999Z",
        "+12026-01-05T08:00:00Z"
      })
  void anInstantIsWrittenAsTheLongWayWritesIt(String text) {
    assertThat(Stamps.text(Instant.parse(text)))
        .isEqualTo(text)
        .isEqualTo(Instant.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-01-05T08:00:00",
        "2026-01-05T08:00:00.12x4Z",
        "2026-02-30T08:00:00Z",
        "2026-13-01T08:00:00Z",
        "2026-01-05T25:00:00Z",
        "2026-01-05 08:00:00Z"
      })
  void whatIsNoInstantIsRefused(String text) {
    assertThatThrownBy(() -> Stamps.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
