package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ArmWitness;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waits for a request of the app that shows its sender to be in a phase, and strikes before the
 * answer is sent: whoever is struck is busy for certain.
 */
public final class Trap implements ArmWitness {
  private static final AtomicReference<Optional<Set>> SET = new AtomicReference<>(Optional.empty());

  /** By whom each gateway was written last. */
  private final Map<String, String> writers = new HashMap<>();

  /** For the service loader. */
  public Trap() {}

  /** Strikes the sender of a request; empty when it is not known. */
  interface Hand {
    Optional<String> strike(String authorization);
  }

  private record Set(Phase phase, Hand hand, CompletableFuture<String> struck) {}

  /** Sets the trap; completes with who was struck. */
  static CompletableFuture<String> set(Phase phase, Hand hand) {
    CompletableFuture<String> struck = new CompletableFuture<>();
    SET.set(Optional.of(new Set(phase, hand, struck)));
    return struck;
  }

  /** Takes it away. */
  static void clear() {
    SET.set(Optional.empty());
  }

  @Override
  public void saw(ArmRequest request, ArmResponse response) {
    String path = request.path().toLowerCase(Locale.ROOT);
    boolean gateway = path.matches(".*/applicationgateways/[^/]+");
    if (gateway && request.method().equals("PUT") && response.succeeded()) {
      writers.put(path, request.principal().name());
    }
    Optional<Set> set = SET.get();
    if (set.isPresent()
        && request.principal().name().equals("lockstep")
        && response.succeeded()
        && isIn(set.get().phase(), request, path, response)) {
      Optional<String> victim =
          request.header("authorization").flatMap(token -> set.get().hand().strike(token));
      if (victim.isPresent()) {
        SET.set(Optional.empty());
        set.get().struck().complete(victim.get());
      }
    }
  }

  private boolean isIn(Phase phase, ArmRequest request, String path, ArmResponse response) {
    boolean put = request.method().equals("PUT");
    boolean gateway = path.matches(".*/applicationgateways/[^/]+");
    boolean ofOurs = gateway && "lockstep".equals(writers.get(path));
    return switch (phase) {
      case LOOK -> !put && path.matches(".*/microsoft.apimanagement/service/[^/]+");
      case PUT -> put && gateway;
      case UNDER_WAY -> !put && ofOurs && state(response).equals("Updating");
      case LANDED -> !put && ofOurs && state(response).equals("Succeeded");
      case DNS -> put && path.contains("/privatednszones/") && path.contains("/a/");
    };
  }

  private static String state(ArmResponse response) {
    JsonNode body = response.body().orElse(MissingNode.getInstance());
    return body.path("properties").path("provisioningState").asText("");
  }
}
