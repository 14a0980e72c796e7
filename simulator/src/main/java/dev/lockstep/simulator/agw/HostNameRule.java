package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/**
 * Host names of listeners: at most five of them, wildcards only among {@code hostNames}, at most
 * four wildcard characters and two asterisks; no redirect to a listener with a wildcard or several
 * names (Microsoft Learn, multiple-site-overview). No source gives codes or texts.
 */
final class HostNameRule implements GatewayRule {
  private static final int MOST_NAMES = 5;
  private static final int MOST_WILDCARDS = 4;
  private static final int MOST_ASTERISKS = 2;

  @Override
  public void check(Draft draft) {
    for (ObjectNode listener : Parts.of(draft.document(), "httpListeners")) {
      String id = draft.idOf("httpListeners", listener);
      List<String> names = Json.texts(listener, "properties", "hostNames");
      if (names.size() > MOST_NAMES) {
        throw GatewayRule.refusal(
            "ApplicationGatewayHttpListenerHostNamesLimitReached",
            "Http Listener %s has %d host names. The maximum allowed is %d."
                .formatted(id, names.size(), MOST_NAMES));
      }
      String single = Json.text(listener, "properties", "hostName").orElse("");
      boolean wrong =
          count(single, "*?") > 0
              || names.stream()
                  .anyMatch(
                      name ->
                          count(name, "*?") > MOST_WILDCARDS || count(name, "*") > MOST_ASTERISKS);
      if (wrong) {
        throw GatewayRule.refusal(
            "ApplicationGatewayHttpListenerInvalidHostName",
            "Http Listener %s has a host name with wildcards that are not allowed.".formatted(id));
      }
    }
    redirects(draft);
  }

  private static void redirects(Draft draft) {
    for (ObjectNode redirect : Parts.of(draft.document(), "redirectConfigurations")) {
      String target = Json.text(redirect, "properties", "targetListener", "id").orElse("");
      boolean several =
          Parts.named(
                  draft.document(), "httpListeners", target.substring(target.lastIndexOf('/') + 1))
              .map(listener -> Json.texts(listener, "properties", "hostNames"))
              .filter(names -> names.size() > 1 || names.stream().anyMatch(n -> count(n, "*?") > 0))
              .isPresent();
      if (several) {
        throw GatewayRule.refusal(
            "ApplicationGatewayRedirectConfigurationTargetListenerInvalid",
            "Redirect Configuration %s targets Http Listener %s, which has wildcard or multiple host names."
                .formatted(draft.idOf("redirectConfigurations", redirect), target));
      }
    }
  }

  private static long count(String name, String characters) {
    return name.chars().filter(one -> characters.indexOf(one) >= 0).count();
  }
}
