package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.RunSummary;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvocationLogTest {
  private static final RunSummary RUN =
      new RunSummary(
          "agw-1", "SERVICE_CHANGED", "Applying", "", "0123", 7, 5, 1, Duration.ofMillis(812));

  private final InvocationLog log = new InvocationLog();

  @Test
  void aRunIsToldToTheInvocationThatCarriesItOut() {
    RecordedLog one = new RecordedLog();
    RecordedLog other = new RecordedLog();

    String answer =
        log.during(
            one.logger(),
            () -> {
              log.ended(RUN);
              return "answer";
            });
    log.during(
        other.logger(),
        () -> {
          log.warn(LogLine.of("something").with("a", 1));
          return "";
        });

    assertThat(answer).isEqualTo("answer");
    assertThat(one.lines())
        .containsExactly(
            "run ended target=agw-1 trigger=SERVICE_CHANGED outcome=Applying changes=7 armReads=5"
                + " armWrites=1 ms=812 plan=0123");
    assertThat(other.lines()).containsExactly("something a=1");
  }
}
