package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.ApiVersionGap;
import dev.lockstep.reconcile.state.VersionLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks once a day, and before the first write, whether a newer api-version returns properties that
 * ours does not and that our PUT would therefore remove (design 5.11).
 *
 * <pre>
 * the look                    | a comparison was made before | then
 * ----------------------------+------------------------------+---------------------------------------
 * works                       | any                          | its result counts for a day, or for a
 *                             |                              | quarter of an hour if it holds writes
 * fails, and may pass         | yes                          | that one counts on; tried again in a
 *                             |                              | quarter of an hour
 * fails, and may pass         | no                           | gateway writes wait, for half an hour
 *                             |                              | at most; then they go on with a note
 * fails for good (403, 404 …) | any                          | writes go on; noted in the journal and
 *                             |                              | told by the status, tried again daily
 * </pre>
 */
final class VersionStep {
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration SOONER = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  private final Reads reads;

  VersionStep(Reads reads) {
    this.reads = reads;
  }

  /** Looks if it is time to, and remembers the result. */
  VersionLook look(Session session, GatewayDocument ours) {
    VersionLook before = session.state().versions();
    if (isDue(before, session.now())) {
      VersionLook now = compared(session, before, ours);
      session.set(session.state().with(now));
      tell(session, now);
    }
    return session.state().versions();
  }

  /** Why the gateway is not to be written yet; empty when it may be. */
  Optional<Outcome> hold(Session session) {
    VersionLook look = session.state().versions();
    boolean waits =
        look.at().isEmpty()
            && look.failingSince()
                .filter(since -> session.now().isBefore(since.plus(LONGEST_WAIT)))
                .isPresent();
    return waits
        ? Optional.of(session.waiting("the newest api-version is not known: " + look.problem()))
        : Optional.empty();
  }

  private boolean isDue(VersionLook before, Instant now) {
    if (before.at().isEmpty() || !before.ours().equals(reads.paths().versions().gateway())) {
      return true;
    }
    boolean soon = !before.lost().isEmpty() || before.failingSince().isPresent();
    Instant last = before.failingSince().orElse(before.at().get());
    return !now.isBefore(last.plus(soon ? SOONER : DAILY));
  }

  private VersionLook compared(Session session, VersionLook before, GatewayDocument ours) {
    String version = reads.paths().versions().gateway();
    Reading<List<String>> known = reads.gatewayVersions(session.arm(), session.gateway());
    if (known.asFailure().isPresent()) {
      return failed(session, before, version, known.asFailure().get());
    }
    Optional<String> newest =
        known.asValue().orElseThrow().stream()
            .filter(candidate -> !candidate.endsWith("-preview"))
            .max(String::compareTo);
    if (newest.isEmpty() || newest.get().compareTo(version) <= 0) {
      return VersionLook.compared(session.now(), version, newest.orElse(version), List.of());
    }
    Reading<GatewayDocument> other = reads.gateway(session.arm(), session.gateway(), newest.get());
    return other.asFailure().isPresent()
        ? failed(session, before, version, other.asFailure().get())
        : VersionLook.compared(
            session.now(),
            version,
            newest.get(),
            ApiVersionGap.of(ours.json(), other.asValue().orElseThrow().json()));
  }

  private static VersionLook failed(
      Session session, VersionLook before, String version, ReadFailure failure) {
    boolean passes =
        switch (failure.kind()) {
          case THROTTLED, UNAVAILABLE -> true;
          case NOT_FOUND, FORBIDDEN, MALFORMED -> false;
        };
    return passes
        ? before.failing(session.now(), failure.message())
        : VersionLook.impossible(
            session.now(), version, failure.message() + "; " + failure.remedy());
  }

  private static void tell(Session session, VersionLook look) {
    if (!look.problem().isEmpty()) {
      session.record().note("api-versions were not compared: " + look.problem());
    } else if (!look.newest().equals(look.ours())) {
      session
          .record()
          .note(
              "api-version "
                  + look.newest()
                  + " returns "
                  + (look.lost().isEmpty() ? "nothing" : String.join(", ", look.lost()))
                  + " that "
                  + look.ours()
                  + " does not");
    }
  }
}
