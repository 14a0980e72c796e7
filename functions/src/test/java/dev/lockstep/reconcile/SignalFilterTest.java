package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of {@link SignalFilter}, row by row and at the edges of its margins. */
class SignalFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final TargetId TARGET = new TargetId("agw-edge-12345678");

  private final SignalFilter filter = new SignalFilter(Pace.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    // message, wake due in s ('' = none), dequeued, in flight, inserted before last look by s, runs
    "current,  10,  1, false, '',  true",
    "current, -59,  1, false, '',  true",
    "other,    10,  1, false, '',  false",
    "other,   -59,  1, false, '',  false",
    "other,   -60,  1, false, '',  true",
    "other,    10,  2, false, '',  true",
    "other,    '',  2, false, '',  false",
    "other,    '',  1, false, '',  false",
    "signal,   '',  1, false, '',  true",
    "signal,   '',  1, false, 4,   true",
    "signal,   '',  1, false, 5,   true",
    "signal,   '',  1, false, 6,   true",
    "signal,   '',  1, false, 600, true",
    "signal,   '',  1, false, 601, false",
    "timer,    '',  1, false, 5,   true",
    "timer,    '',  1, false, 6,   false",
    "signal,   '',  2, false, 6,   true",
    "signal,   10,  1, true,  '',  false",
    "signal,  -59,  1, true,  '',  false",
    "signal,  -60,  1, true,  '',  true",
    "signal,   '',  1, true,  '',  true",
    "signal,   10,  2, true,  '',  true",
    "signal,   10,  1, false, '',  true",
    "signal,  -60,  1, false, 6,   true",
    "alert,    '',  1, false, 6,   true",
    "alert,    10,  1, true,  '',  true",
  })
  void decides(
      String message,
      String wakeDue,
      long dequeued,
      boolean inFlight,
      String margin,
      boolean runs) {
    Agenda agenda = Agenda.NONE;
    if (!wakeDue.isEmpty()) {
      Instant dueAt = NOW.plusSeconds(Long.parseLong(wakeDue));
      agenda = agenda.withWake(Optional.of(new Agenda.Wake("w1", dueAt)));
    }
    Instant insertedAt = NOW.minusSeconds(100);
    if (!margin.isEmpty()) {
      agenda = agenda.covering(insertedAt.plusSeconds(Long.parseLong(margin)));
    }
    TargetState state = TargetState.INITIAL.with(agenda);
    if (inFlight) {
      state = state.with(state.flight().carrying(intent()));
    }

    Optional<String> reason =
        filter.reasonToDrop(message(message), new MessageMeta(insertedAt, dequeued), state, NOW);

    assertThat(reason.isEmpty()).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, true", "0, 0, false", "1, 2, false", "1, '', true"})
  void anEventIsAnsweredByALookThatOthersFollow(long later, String stage, boolean runs) {
    Instant insertedAt = NOW.minus(Duration.ofMinutes(1));
    Agenda agenda = Agenda.NONE.covering(insertedAt.plusSeconds(30));
    if (!stage.isEmpty()) {
      Instant since = insertedAt.plusSeconds(later);
      agenda = agenda.withEcho(Optional.of(new Agenda.Echo(since, Integer.parseInt(stage))));
    }
    TargetState state = TargetState.INITIAL.with(agenda);
    MessageMeta meta = new MessageMeta(insertedAt, 1);

    assertThat(filter.reasonToDrop(message("signal"), meta, state, NOW).isEmpty()).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void anAlertIsAnsweredByALaterReadOfHealth(long margin, boolean runs) {
    Instant insertedAt = NOW.minus(Duration.ofMinutes(1));
    TargetState state =
        TargetState.INITIAL.with(Agenda.NONE.healthAsked(insertedAt.plusSeconds(margin)));

    assertThat(
            filter
                .reasonToDrop(message("alert"), new MessageMeta(insertedAt, 1), state, NOW)
                .isEmpty())
        .isEqualTo(runs);
  }

  @Test
  void anAlertIsAnsweredByTheReadOfHealthThatFollowsTheChangeInFlight() {
    Agenda agenda =
        Agenda.NONE
            .withWake(Optional.of(new Agenda.Wake("w1", NOW.plusSeconds(10))))
            .readingHealth(NOW, "an alert was fired");
    TargetState state = TargetState.INITIAL.with(agenda);
    Optional<String> reason =
        filter.reasonToDrop(
            message("alert"),
            new MessageMeta(NOW, 1),
            state.with(state.flight().carrying(intent())),
            NOW);

    assertThat(reason).hasValue("a change is in flight; the look after it covers this");
  }

  @ParameterizedTest
  @CsvSource({
    // debounce in s, message, seconds since the last good look, dequeued, waits
    "7,  signal,  6,  1, true",
    "7,  signal,  7,  1, false",
    "0,  signal,  0,  1, false",
    "60, signal,  59, 1, true",
    "7,  signal,  6,  2, false",
    "7,  alert,   6,  1, false",
    "7,  current, 6,  1, false",
  })
  void aSignalOfAChangeWaitsUntilMoreAreThere(
      long debounce, String message, long lookedAt, long dequeued, boolean waits) {
    Pace pace = Pace.DEFAULT.withDebounce(Duration.ofSeconds(debounce));
    TargetState state = TargetState.INITIAL.with(Agenda.NONE.covering(NOW.minusSeconds(lookedAt)));

    assertThat(
            new SignalFilter(pace)
                .isTooSoon(message(message), new MessageMeta(NOW, dequeued), state, NOW))
        .isEqualTo(waits);
  }

  private static Intent intent() {
    return new Intent(
        new PlanHash("0".repeat(16)), new Fingerprint("f", new TreeSet<>()), Optional.empty(), NOW);
  }

  private static Message message(String kind) {
    return switch (kind) {
      case "current" -> new Message.Wake(TARGET, "w1");
      case "other" -> new Message.Wake(TARGET, "w0");
      case "timer" -> new Message.Signal(TARGET, Cause.of(Cause.Kind.DRIFT_CHECK, "test"));
      case "alert" -> new Message.Signal(TARGET, Cause.of(Cause.Kind.ALERT, "test"));
      default -> new Message.Signal(TARGET, Cause.of(Cause.Kind.SERVICE_CHANGED, "test"));
    };
  }
}
