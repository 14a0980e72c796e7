package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Reference;
import java.util.Optional;

/** Reads where a rule leads. */
final class DestinationReader {
  private DestinationReader() {}

  /**
   * @param rule the rule's {@code properties}
   */
  static Destination read(JsonNode rule) {
    Optional<Destination> elsewhere =
        Reference.of(rule, "urlPathMap", "urlPathMaps")
            .<Destination>map(Destination.PathMap::new)
            .or(
                () ->
                    Reference.of(rule, "redirectConfiguration", "redirectConfigurations")
                        .map(Destination.Redirect::new));
    return elsewhere.or(() -> backend(rule)).orElseGet(Destination.Unknown::new);
  }

  private static Optional<Destination> backend(JsonNode rule) {
    Optional<ElementKey> settings =
        Reference.of(rule, "backendHttpSettings", "backendHttpSettingsCollection");
    return settings.flatMap(
        with ->
            Reference.of(rule, "loadDistributionPolicy", "loadDistributionPolicies")
                .<Destination>map(policy -> new Destination.Distributed(policy, with))
                .or(
                    () ->
                        Reference.of(rule, "backendAddressPool", "backendAddressPools")
                            .map(pool -> new Destination.Basic(pool, with))));
  }
}
