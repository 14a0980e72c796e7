package dev.lockstep.simulator.host.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.app.AppException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NcrontabTest {
  /** The examples of Microsoft Learn, "Timer trigger for Azure Functions", from a Wednesday on. */
  @ParameterizedTest
  @CsvSource({
    "0 */5 * * * *, 2026-01-14T10:05:00Z",
    "0 0 * * * *, 2026-01-14T11:00:00Z",
    "0 0 */2 * * *, 2026-01-14T12:00:00Z",
    "0 0 9-17 * * *, 2026-01-14T11:00:00Z",
    "0 30 9 * * *, 2026-01-15T09:30:00Z",
    "0 30 9 * * 1-5, 2026-01-15T09:30:00Z",
    "0 30 9 * Jan Mon, 2026-01-19T09:30:00Z",
    "0 0 0 * * 0, 2026-01-18T00:00:00Z",
    "0 0 0 * * 7, 2026-01-18T00:00:00Z",
    "0 0 0 * * SAT, 2026-01-17T00:00:00Z",
    "'15,45 * * * * *', 2026-01-14T10:03:45Z",
    "0 0 0 13 * 5, 2026-02-13T00:00:00Z",
    "0 0 0 29 2 *, 2028-02-29T00:00:00Z",
  })
  void theNextTimeIsRight(String schedule, Instant next) {
    assertThat(Ncrontab.parse(schedule).next(Instant.parse("2026-01-14T10:03:20.5Z")))
        .contains(next);
  }

  @Test
  void aTimeThatIsDueNowIsNotNext() {
    Instant due = Instant.parse("2026-01-14T10:05:00Z");
    assertThat(Ncrontab.parse("0 */5 * * * *").next(due)).contains(due.plusSeconds(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * * *", "0 0 0 * * * *", "61 * * * * *", "0 0 25 * * *", "soon"})
  void whatIsNoScheduleIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Ncrontab.parse(text))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("'" + text + "' is no NCRONTAB schedule of six fields")
        .hasMessageContaining("0 */15 * * * *");
  }
}
