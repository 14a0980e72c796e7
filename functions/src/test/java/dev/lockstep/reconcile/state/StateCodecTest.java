package dev.lockstep.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.Snapshot;
import dev.lockstep.reconcile.state.Agenda.Echo;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import dev.lockstep.reconcile.state.Agenda.Wake;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.HeldBack.Held;
import dev.lockstep.reconcile.state.Holdings.Confirmed;
import dev.lockstep.reconcile.state.Holdings.Removing;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.reconcile.state.TargetState.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {
  private static final Instant AT = Instant.parse("2026-11-02T10:00:00.123Z");
  private static final PlanHash HASH = new PlanHash("0123456789abcdef");
  private static final ResourceId SERVICE =
      new ResourceId(
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/apim");
  private static final HostName HOST = new HostName("api.contoso.com");
  private static final Intent INTENT =
      new Intent(
          HASH, new Fingerprint("f1", new TreeSet<>(Set.of("a", "b"))), Optional.of("W/\"1\""), AT);

  @Test
  void everythingComesBackAsItWent() {
    TargetState full = full(INTENT.accepted(Optional.of("https://arm/op"), AT).lookedAt(AT));

    assertThat(StateCodec.decode(StateCodec.encode(full))).isEqualTo(full);
  }

  @Test
  void anIntentStaysAnIntent() {
    TargetState full = full(INTENT);

    assertThat(StateCodec.decode(StateCodec.encode(full))).isEqualTo(full);
  }

  @Test
  void aStateOfBeforeHasNoAftercare() {
    String text = StateCodec.encode(full(INTENT)).replace("\"aftercare\"", "\"unknown\"");

    assertThat(StateCodec.decode(text).aftercare()).isEqualTo(Aftercare.NONE);
  }

  @Test
  void aStateOfBeforeHasNoRenewals() {
    String text = StateCodec.encode(full(INTENT)).replace("\"renewals\"", "\"unknown\"");

    assertThat(StateCodec.decode(text).renewals()).isEqualTo(Renewals.NONE);
  }

  @Test
  void aStateOfBeforeHasNoTroubles() {
    String text = StateCodec.encode(full(INTENT)).replace("\"troubles\"", "\"unknown\"");

    assertThat(StateCodec.decode(text).troubles()).isEqualTo(Troubles.NONE);
  }

  @Test
  void aStateOfBeforeHasNoMandate() {
    String text = StateCodec.encode(full(INTENT)).replace("\"mandate\"", "\"unknown\"");

    assertThat(StateCodec.decode(text).mandate()).isEmpty();
  }

  @Test
  void theInitialStateComesBackAndIsWhatEmptyTextMeans() {
    assertThat(StateCodec.decode(StateCodec.encode(TargetState.INITIAL)))
        .isEqualTo(TargetState.INITIAL);
    assertThat(StateCodec.decode("")).isEqualTo(TargetState.INITIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"v\":2}",
        "{}",
        "{\"v\":1,\"lastRun\":{\"at\":\"yesterday\",\"outcome\":\"x\",\"why\":\"\"}}",
        "{\"v\":1,\"holdings\":{\"owned\":[{\"collection\":\"probes\"}]}}"
      })
  void whatIsNoStateIsRefusedAndNotGuessedAt(String text) {
    assertThatThrownBy(() -> StateCodec.decode(text)).isInstanceOf(UnreadableState.class);
  }

  private static TargetState full(InFlight change) {
    Holdings holdings =
        new Holdings(
            new OwnerRecord(
                Map.of(
                    new ElementKey("probes", "ls-a"),
                    new OwnerRecord.Owned(SERVICE, Optional.of(HOST), "h1", false),
                    new ElementKey("frontendPorts", "port_443"),
                    new OwnerRecord.Owned(SERVICE, Optional.empty(), "h2", true))),
            new Absences(Map.of(new Absences.Key(SERVICE, HOST), AT)),
            Optional.of(new Confirmed(HASH, "key:default", AT)),
            Optional.of(new Removing(Set.of(HOST))));
    Flight flight =
        Flight.NONE
            .carrying(change)
            .landing(new Landed("f0", AT, AT.minusSeconds(5), Optional.of("e0")))
            .refusing(new Refused("f2", "reason", "remedy", 2, true));
    Agenda agenda =
        Agenda.NONE
            .withWake(Optional.of(new Wake("w3", AT)))
            .withEcho(Optional.of(new Echo(AT, 1)))
            .withAttempts(2)
            .withDeletions(Map.of("/subscriptions/s/zone/a/api", AT))
            .withHealth(Optional.of(new HealthRead(Optional.of("https://x"), AT, 1, "why")))
            .healthAsked(AT)
            .covering(AT);
    return new TargetState(
        7,
        holdings,
        flight,
        agenda,
        Optional.of(new LastRun(AT, "Waiting", "why")),
        Withdrawals.NONE
            .with(HOST, new Withdrawals.Word("somebody", AT))
            .with(SERVICE, new Withdrawals.Word("somebody", AT)),
        aftercare(),
        Writing.NONE,
        VersionLook.compared(AT, "2025-01-01", "2025-05-01", Set.of("properties.x"))
            .failing(AT, "throttled"),
        renewals(),
        Troubles.NONE
            .telling("stuck", AT, Duration.ofHours(1))
            .with(Optional.of(new Troubles.Conflict("412", 2, AT.minusSeconds(9), AT))),
        Optional.of(
            new Mandate(
                HASH,
                "key:default",
                AT,
                Optional.of(INTENT.fingerprint()),
                new TreeSet<>(Set.of("r1", "r2")))));
  }

  private static Renewals renewals() {
    Renewal.Side stale = new Renewal.Side(Renewal.View.STALE, 0);
    Renewal.Side unseen = new Renewal.Side(Renewal.View.UNSEEN, 3);
    return new Renewals(
        Map.of(HOST, "AB12"),
        Map.of(
            HOST,
            new Renewal(
                "AB12",
                AT,
                AT.plusSeconds(9),
                true,
                true,
                true,
                stale,
                unseen,
                Optional.of(AT),
                true,
                3,
                AT.plusSeconds(1),
                Optional.of(AT))),
        Map.of("api.contoso.com listener", new Renewals.Told("NEAR", AT, AT)));
  }

  private static Aftercare aftercare() {
    Snapshot snapshot =
        new Snapshot(
            true,
            new TreeMap<>(
                Map.of(
                    new ElementKey("probes", "ls-a"),
                    new Snapshot.Before(
                        new OwnerRecord.Owned(SERVICE, Optional.of(HOST), "h1", false),
                        Optional.of(
                            JsonNodeFactory.instance
                                .objectNode()
                                .put("name", "ls-a")
                                .set("properties", JsonNodeFactory.instance.objectNode()))),
                    new ElementKey("frontendPorts", "port_443"),
                    new Snapshot.Before(
                        new OwnerRecord.Owned(SERVICE, Optional.empty(), "h2", true),
                        Optional.empty()))));
    Trial trial =
        new Trial(
            snapshot,
            new TreeMap<>(Map.of(HOST, "d1")),
            new TreeMap<>(Map.of("p~s", new Trial.Pair(HOST, true, Optional.of(AT)))),
            Duration.ofMinutes(5));
    return Aftercare.NONE
        .with(
            Optional.of(
                new Sent(
                    Sent.Kind.ROLLBACK, "f1", "why", trial, new TreeMap<>(Map.of("a/b", "1")))))
        .reversing(
            Optional.of(
                new Reversal(
                    Sent.Kind.RESTORE, snapshot, new TreeSet<>(Set.of(HOST)), "why", "remedy", 2)))
        .watching(Optional.of(new Aftercare.Watch(trial, AT)))
        .with(HealthSeen.NONE.askedAt(AT).answered(AT, Set.of("p~s")))
        .with(
            Contest.NONE
                .landed(Map.of("probes/ls-a", "1"), AT, AT.minusSeconds(1))
                .undone("probes/ls-a", Optional.of("app-1")))
        .with(
            Nudges.NONE
                .wishing("why")
                .sent(AT)
                .on(Optional.of("e"), Map.of("p~s", "api=1"))
                .wishing("why again")
                .suspecting(
                    Map.of("p~s", new Nudges.Suspect(HOST.value(), "api=2", AT, Optional.of(AT)))))
        .with(HeldBack.NONE.with(HOST, new Held(BlockCode.CONTESTED, "d1", "reason", AT)));
  }
}
