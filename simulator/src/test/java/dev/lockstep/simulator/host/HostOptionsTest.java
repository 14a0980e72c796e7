package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.app.AppException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostOptionsTest {
  @Test
  void aMessageIsHiddenForTenMinutesAsByTheRealHostUnlessTold() {
    assertThat(parse().timing().hidden()).isEqualTo(Duration.ofMinutes(10));
    assertThat(parse("--message-hidden", "PT12S").timing().hidden())
        .isEqualTo(Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "PT0S", "-PT5S", "12"})
  void anotherTextIsNamedWithTheRule(String text) {
    assertThatThrownBy(() -> parse("--message-hidden", text))
        .isInstanceOf(AppException.class)
        .hasMessage(
            "--message-hidden must be an ISO 8601 duration of a second or more, not " + text);
  }

  private static HostOptions parse(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "--app";
    all[1] = "app";
    System.arraycopy(more, 0, all, 2, more.length);
    return HostOptions.parse(all);
  }
}
