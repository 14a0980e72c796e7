package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;

/**
 * Who else seems to manage the gateway whole, by its tags and names. A hint, no proof: both are
 * written by habit, and their absence says nothing.
 *
 * <pre>
 * found on the gateway                                             | hints at
 * -----------------------------------------------------------------+----------
 * tag managed-by-k8s-ingress or ingress-for-aks-cluster-id         | AGIC
 * a tag whose name or value says terraform, opentofu or tofu       | TERRAFORM
 * a listener named …-httplstn and a rule named …-rqrt              | TERRAFORM
 * tag azd-env-name, or one whose name or value says bicep or azd   | BICEP
 * </pre>
 *
 * Sources: AGIC's own tags (Azure/application-gateway-kubernetes-ingress, pkg/tags); the names of
 * the example of azurerm_application_gateway (Terraform azurerm provider, documentation), which
 * many have kept; azd-env-name, by which the Azure Developer CLI finds its resources (Microsoft
 * Learn).
 */
public enum ManagedBy {
  TERRAFORM(
      WarningCode.MANAGED_BY_TERRAFORM,
      Set.of(),
      Set.of("terraform", "opentofu", "tofu"),
      "Terraform",
      "let it leave these parts alone: lifecycle { ignore_changes = [backend_address_pool,"
          + " backend_http_settings, frontend_port, http_listener, probe, redirect_configuration,"
          + " request_routing_rule, ssl_certificate, trusted_root_certificate] } in its"
          + " azurerm_application_gateway, and say so with the tag "
          + ManagedBy.SHARED
          + "=terraform on the gateway"),
  BICEP(
      WarningCode.MANAGED_BY_BICEP,
      Set.of("azd-env-name"),
      Set.of("bicep", "azd"),
      "a template (Bicep, azd)",
      "a template has no ignore_changes: deploy the gateway once and refer to it as 'existing'"
          + " afterwards, or hand its collections back in from a reading of the deployed one, and"
          + " say so with the tag "
          + ManagedBy.SHARED
          + "=bicep on the gateway"),
  AGIC(
      WarningCode.MANAGED_BY_AGIC,
      Set.of("managed-by-k8s-ingress", "ingress-for-aks-cluster-id"),
      Set.of(),
      "an ingress controller (AGIC)",
      "install AGIC with appgw.shared=true, keep these host names in an"
          + " AzureIngressProhibitedTarget, and say so with the tag "
          + ManagedBy.SHARED
          + "=agic on the gateway");

  /** The tag by which a person says with whom the gateway is shared in peace. */
  public static final String SHARED = "lockstep-shared-with";

  private final WarningCode warning;

  // Made by Set.of, which the checker cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> tags;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> words;

  private final String name;
  private final String peace;

  ManagedBy(WarningCode warning, Set<String> tags, Set<String> words, String name, String peace) {
    this.warning = warning;
    this.tags = tags;
    this.words = words;
    this.name = name;
    this.peace = peace;
  }

  /** How both can live on one gateway. */
  public String peace() {
    return peace;
  }

  /** Everybody at whom the gateway's tags and names hint. */
  public static Set<ManagedBy> of(GatewayDocument gateway) {
    Set<ManagedBy> found = byTags(gateway);
    if (isNamed(gateway, "httpListeners", "-httplstn")
        && isNamed(gateway, "requestRoutingRules", "-rqrt")) {
      found.add(TERRAFORM);
    }
    return found;
  }

  private static Set<ManagedBy> byTags(GatewayDocument gateway) {
    Set<ManagedBy> found = EnumSet.noneOf(ManagedBy.class);
    for (Entry<String, JsonNode> tag : gateway.json().path("tags").properties()) {
      for (ManagedBy who : values()) {
        if (who.isNamedBy(tag.getKey(), tag.getValue().asText())) {
          found.add(who);
        }
      }
    }
    return found;
  }

  /**
   * Everybody whom a tag names as the gateway's manager and with whom nobody has made peace. Names
   * are left out: those of an example are kept by many who manage by hand.
   */
  public static Set<ManagedBy> unreconciled(GatewayDocument gateway) {
    Set<ManagedBy> found = byTags(gateway);
    found.removeIf(who -> who.shares(gateway));
    return found;
  }

  private static boolean isNamed(GatewayDocument gateway, String collection, String suffix) {
    return gateway.elements(collection).stream().anyMatch(e -> e.key().name().endsWith(suffix));
  }

  /** Whether somebody has said, by the tag, that this one leaves alone what is not its own. */
  public boolean shares(GatewayDocument gateway) {
    String said = gateway.json().path("tags").path(SHARED).asText().toLowerCase(Locale.ROOT);
    return Arrays.stream(said.split("[^a-z0-9]+"))
        .anyMatch(word -> words.contains(word) || word.equals(name().toLowerCase(Locale.ROOT)));
  }

  /** What a person calls it. */
  public String title() {
    return name;
  }

  /** Warns of each of them that was not made peace with. */
  static void report(GatewayDocument gateway, Findings findings) {
    for (ManagedBy who : of(gateway)) {
      if (!who.shares(gateway)) {
        findings.warn(
            who.warning,
            "",
            "the tags or names on "
                + gateway.id().name()
                + " say that "
                + who.name
                + " manages it whole and would undo what is written here; "
                + who.peace);
      }
    }
  }

  private boolean isNamedBy(String tag, String value) {
    if (tag.equalsIgnoreCase(SHARED)) {
      return false;
    }
    String both = (tag + " " + value).toLowerCase(Locale.ROOT);
    return tags.contains(tag.toLowerCase(Locale.ROOT))
        || Arrays.stream(both.split("[^a-z0-9]+")).anyMatch(words::contains);
  }
}
