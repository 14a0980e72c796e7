package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Observation;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Flight.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a run ends whose plan has nothing to write. Converged only if everything was read and nothing
 * moves: an event may come before its effect.
 */
final class Rest {
  private static final Duration QUIET = Duration.ofMinutes(10);

  private Rest() {}

  static Outcome of(Session session, Observation seen, Plan plan, GatewayDocument gateway) {
    Optional<Outcome> unread = unreadOrUnsettled(session, seen);
    if (unread.isPresent()) {
      return unread.get();
    }
    if (!gateway.isSettled()) {
      return unsettledGateway(session, gateway);
    }
    Optional<Outcome> passes = passing(session, plan);
    if (passes.isPresent()) {
      return passes.get();
    }
    Optional<Outcome> frozen = Freezes.waiting(session, plan);
    if (frozen.isPresent()) {
      return frozen.get();
    }
    if (!plan.blocked().isEmpty()) {
      return new Outcome.Blocked(plan.blocked());
    }
    forgetWhatIsGone(session, gateway);
    return new Outcome.Converged();
  }

  /**
   * What is waited for beside a change that is held back: the rest of the plan may be other when it
   * has come to rest. Empty when nothing moves.
   */
  static Optional<Outcome> moving(Session session, Observation seen, Plan plan) {
    return unreadOrUnsettled(session, seen).or(() -> passing(session, plan));
  }

  private static Optional<Outcome> unreadOrUnsettled(Session session, Observation seen) {
    return failures(session, seen)
        .filter(Rest::mayPass)
        .findFirst()
        .map(failure -> session.waiting(failure.retryAfter(), failure.message()))
        .or(() -> unsettledService(session, seen).map(session::waiting));
  }

  private static Optional<Outcome> passing(Session session, Plan plan) {
    return plan.blocked().stream()
        .filter(blocked -> blocked.code().isPassing())
        .findFirst()
        .map(blocked -> session.waiting(blocked.reason()));
  }

  private static Stream<ReadFailure> failures(Session session, Observation seen) {
    Stream<Reading<?>> ofBindings =
        session.bindings().stream()
            .flatMap(
                binding ->
                    Stream.concat(
                        Stream.of(seen.services().get(binding.service())),
                        binding.zones().stream().map(zone -> seen.zones().get(zone))));
    return Stream.concat(ofBindings, seen.publicAddresses().values().stream())
        .map(Reading::asFailure)
        .flatMap(Optional::stream);
  }

  private static boolean mayPass(ReadFailure failure) {
    return failure.kind() == ReadFailure.Kind.THROTTLED
        || failure.kind() == ReadFailure.Kind.UNAVAILABLE;
  }

  private static Optional<String> unsettledService(Session session, Observation seen) {
    return session.bindings().stream()
        .map(binding -> seen.services().get(binding.service()))
        .map(Reading::asValue)
        .flatMap(Optional::stream)
        .filter(service -> !service.isSettled())
        .map(Rest::inWords)
        .findFirst();
  }

  private static String inWords(ApimService service) {
    return "the service " + service.id().name() + " is " + service.provisioningState();
  }

  /** A gateway that our document left Failed: looking again would not help. */
  private static Outcome unsettledGateway(Session session, GatewayDocument gateway) {
    return session
        .flight()
        .refused()
        .filter(Refused::last)
        .<Outcome>map(refused -> new Outcome.Failed(refused.reason(), refused.remedy()))
        .orElseGet(() -> session.waiting("the gateway is " + gateway.provisioningState()));
  }

  private static void forgetWhatIsGone(Session session, GatewayDocument gateway) {
    boolean quiet =
        session.flight().landed().stream()
            .allMatch(landed -> landed.at().plus(QUIET).isBefore(session.now()));
    if (quiet) {
      session.set(session.holdings().owning(session.holdings().owned().within(gateway)));
    }
  }
}
