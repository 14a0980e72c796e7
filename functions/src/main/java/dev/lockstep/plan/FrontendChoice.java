package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the frontend IP configurations on which an endpoint type is to stand.
 *
 * <pre>
 * configured        | on the gateway              | then
 * ------------------+-----------------------------+--------------------------------
 * nothing           | one frontend                | that one
 * nothing           | several                     | frontendUnknown
 * public or private | one frontend of that kind   | that one
 * public or private | none, or several, of it     | frontendUnknown
 * both              | one frontend of each kind   | the public one and the private one
 * a name            | that frontend               | that one
 * a name            | not that frontend           | frontendUnknown
 * any               | a public one is among them, | frontendPublic
 *                   | and the type controls the   |
 *                   | service                     |
 * </pre>
 *
 * The words come before names: a frontend that is called {@code private} and is public shall not be
 * found by its name.
 */
final class FrontendChoice {
  private static final String COLLECTION = "frontendIPConfigurations";

  private final Claim claim;
  private final Estate estate;
  private final Consumer<Obstacle> obstacles;

  private FrontendChoice(Claim claim, Estate estate, Consumer<Obstacle> obstacles) {
    this.claim = claim;
    this.estate = estate;
    this.obstacles = obstacles;
  }

  /** The frontends, the public one first; empty when something is in the way. */
  static List<Element> of(Claim claim, Estate estate, Consumer<Obstacle> obstacles) {
    return new FrontendChoice(claim, estate, obstacles).choose();
  }

  private List<Element> choose() {
    List<Element> chosen = configured();
    Optional<Element> exposed =
        chosen.stream().filter(FrontendChoice::isPublic).findFirst().filter(f -> !mayBePublic());
    exposed.ifPresent(this::exposed);
    return exposed.isPresent() ? List.of() : chosen;
  }

  private List<Element> configured() {
    List<Element> all = estate.document().elements(COLLECTION);
    Optional<String> frontend = policy().frontend();
    if (frontend.isEmpty()) {
      return all.size() == 1 ? all : unknown("has several frontends, and none is named");
    }
    return switch (frontend.get().toLowerCase(Locale.ROOT)) {
      case "public" -> only(true);
      case "private" -> only(false);
      case "both" -> both();
      default -> named(frontend.get());
    };
  }

  private List<Element> named(String name) {
    return estate
        .document()
        .element(new ElementKey(COLLECTION, name))
        .map(List::of)
        .orElseGet(() -> unknown("has no frontend '" + name + "'"));
  }

  private List<Element> both() {
    List<Element> outside = only(true);
    List<Element> inside = only(false);
    if (outside.isEmpty() || inside.isEmpty()) {
      return List.of();
    }
    List<Element> both = new ArrayList<>(outside);
    both.addAll(inside);
    return both;
  }

  private List<Element> only(boolean isPublic) {
    List<Element> found =
        estate.document().elements(COLLECTION).stream()
            .filter(frontend -> isPublic(frontend) == isPublic)
            .toList();
    String word = isPublic ? "public" : "private";
    return switch (found.size()) {
      case 0 -> unknown("has no " + word + " frontend");
      case 1 -> found;
      default -> unknown("has several " + word + " frontends");
    };
  }

  private List<Element> unknown(String what) {
    List<String> names =
        estate.document().elements(COLLECTION).stream().map(f -> f.key().name()).toList();
    obstacles.accept(
        new Obstacle(
            BlockCode.FRONTEND_UNKNOWN,
            "the gateway " + what,
            "name one of " + String.join(", ", names) + " in endpoints." + type() + ".frontend"));
    return List.of();
  }

  private void exposed(Element frontend) {
    obstacles.accept(
        new Obstacle(
            BlockCode.FRONTEND_PUBLIC,
            "frontend '"
                + frontend.key().name()
                + "' is public, and "
                + type()
                + " controls the service",
            "name a private frontend, or set allowPublic for this endpoint type"));
  }

  static boolean isPublic(Element frontend) {
    // What cannot be read counts as public.
    return !SameValue.isNothing(frontend.properties().path("publicIPAddress"));
  }

  private boolean mayBePublic() {
    EndpointType type = claim.endpoint().type();
    return policy().allowPublic()
        || type == EndpointType.PROXY
        || type == EndpointType.DEVELOPER_PORTAL;
  }

  private EndpointPolicy policy() {
    return claim.policy();
  }

  private String type() {
    return claim.endpoint().type().wireName();
  }
}
