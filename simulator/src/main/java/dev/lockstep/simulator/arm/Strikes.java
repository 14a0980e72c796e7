package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.Effect.Moment;
import dev.lockstep.simulator.fault.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults that strike one request.
 *
 * @param all in the order of their rules
 */
record Strikes(List<Strike> all) {
  /** An undisturbed request. */
  static final Strikes NONE = new Strikes(List.of());

  /** The answer to give instead, when there is one. */
  Optional<ArmResponse> refusal(Moment moment) {
    return of(Effect.Refuse.class)
        .filter(refuse -> refuse.moment() == moment)
        .map(Strikes::answer)
        .findFirst();
  }

  /** Whether the connection is cut. */
  boolean resets(Moment moment) {
    return of(Effect.Reset.class).anyMatch(reset -> reset.moment() == moment);
  }

  /** What others write at a moment. */
  List<Strike> writes(Moment moment) {
    return all.stream()
        .filter(strike -> strike.effect() instanceof Effect.Write write && write.moment() == moment)
        .toList();
  }

  /** How old what a read shows is at least. */
  Duration age() {
    return of(Effect.Stale.class).map(Effect.Stale::by).reduce(Duration.ZERO, Duration::plus);
  }

  /** What becomes of the operation that the request starts. */
  Fate fate() {
    Duration longer =
        of(Effect.Slow.class).map(Effect.Slow::by).reduce(Duration.ZERO, Duration::plus);
    Optional<ObjectNode> error =
        of(Effect.Fail.class).map(fail -> ErrorBody.flat(fail.code(), fail.message())).findFirst();
    return new Fate(longer, error);
  }

  /** What the audit says; empty when nothing strikes. */
  Optional<String> label() {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            all.stream()
                .map(
                    strike ->
                        strike.effect().getClass().getSimpleName().toLowerCase(Locale.ROOT)
                            + "#"
                            + strike.rule())
                .collect(Collectors.joining(" ")));
  }

  private <E extends Effect> Stream<E> of(Class<E> kind) {
    return all.stream().map(Strike::effect).filter(kind::isInstance).map(kind::cast);
  }

  private static ArmResponse answer(Effect.Refuse refuse) {
    ArmResponse response =
        ArmResponse.of(refuse.status(), ErrorBody.wrapped(refuse.code(), refuse.message()));
    return refuse
        .retryAfter()
        .map(wait -> response.with("Retry-After", Links.seconds(wait)))
        .orElse(response);
  }
}
