package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the frontend IP configuration on which an endpoint type is to stand. */
final class FrontendChoice {
  private static final String COLLECTION = "frontendIPConfigurations";

  private FrontendChoice() {}

  static Optional<ElementKey> of(Claim claim, Estate estate, Consumer<Obstacle> obstacles) {
    EndpointPolicy policy = claim.binding().endpoints().get(claim.endpoint().type());
    List<Element> frontends = estate.document().elements(COLLECTION);
    List<String> names = frontends.stream().map(f -> f.key().name()).toList();
    Optional<Element> chosen =
        policy.frontend().isPresent()
            ? estate.document().element(new ElementKey(COLLECTION, policy.frontend().get()))
            : frontends.stream().filter(f -> frontends.size() == 1).findFirst();
    if (chosen.isEmpty()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.FRONTEND_UNKNOWN,
              policy
                  .frontend()
                  .map(name -> "the gateway has no frontend '" + name + "'")
                  .orElse("the gateway has several frontends, and none is named"),
              "name one of "
                  + String.join(", ", names)
                  + " in endpoints."
                  + claim.endpoint().type().wireName()
                  + ".frontend"));
      return Optional.empty();
    }
    if (isPublic(chosen.get()) && !mayBePublic(claim.endpoint().type(), policy)) {
      obstacles.accept(
          new Obstacle(
              BlockCode.FRONTEND_PUBLIC,
              "frontend '"
                  + chosen.get().key().name()
                  + "' is public, and "
                  + claim.endpoint().type().wireName()
                  + " controls the service",
              "name a private frontend, or set allowPublic for this endpoint type"));
      return Optional.empty();
    }
    return chosen.map(Element::key);
  }

  static boolean isPublic(Element frontend) {
    return frontend.reference("publicIPAddress").isPresent();
  }

  private static boolean mayBePublic(EndpointType type, EndpointPolicy policy) {
    return policy.allowPublic()
        || type == EndpointType.PROXY
        || type == EndpointType.DEVELOPER_PORTAL;
  }
}
