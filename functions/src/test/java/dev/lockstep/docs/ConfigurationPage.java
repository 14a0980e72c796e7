package dev.lockstep.docs;

import dev.lockstep.config.Cloud;
import dev.lockstep.config.EndpointDefaults;
import dev.lockstep.config.Property;
import dev.lockstep.config.Schema;
import dev.lockstep.config.Setting;
import dev.lockstep.model.EndpointType;
import java.util.Arrays;
import java.util.List;

/** Renders docs/configuration.md from the code. */
final class ConfigurationPage {
  private final StringBuilder out = new StringBuilder();

  private ConfigurationPage() {}

  static String render() {
    return new ConfigurationPage().page();
  }

  private String page() {
    text(
        """
        # Configuration

        <!-- Rendered from the code by ConfigurationDocTest; edit Setting.java or Schema.java instead. -->

        Lockstep reads app settings and, in one of them or in a file, the bindings. Everything is
        checked at start, and all problems are told at once, each with its place and its remedy. An
        unknown name is a problem too. A blank setting counts as absent.

        ## App settings
        """);
    table("setting", Arrays.stream(Setting.values()).map(Setting::property).toList());
    text("Addresses by cloud:\n");
    text("| cloud | Resource Manager | authority | key vaults |\n| --- | --- | --- | --- |");
    for (Cloud cloud : Cloud.values()) {
      row(
          cloud.wireName(),
          cloud.armEndpoint().toString(),
          cloud.authorityHost().toString(),
          cloud.vaultSuffix());
    }
    text(
        """

        ## Bindings

        A binding publishes one API Management service through one Application Gateway. All bindings
        that name the same gateway are planned and written together.

        ```json
        {
          "bindings": [
            {
              "name": "contoso",
              "service": "/subscriptions/<id>/resourceGroups/rg-edge/providers/Microsoft.ApiManagement/service/apim-contoso",
              "gateway": "/subscriptions/<id>/resourceGroups/rg-edge/providers/Microsoft.Network/applicationGateways/agw-edge",
              "zones": ["/subscriptions/<id>/resourceGroups/rg-edge/providers/Microsoft.Network/privateDnsZones/contoso.com"],
              "endpoints": {
                "Proxy": { "frontend": "appGwPublicFrontendIpIPv4" },
                "Management": { "frontend": "appGwPrivateFrontendIpIPv4", "probeInterval": "PT30S" }
              },
              "trustedRoots": [{ "existing": "root-contoso-internal-ca" }],
              "mode": "apply"
            }
          ]
        }
        ```
        """);
    table("property", Schema.binding());
    text(
        """
        A duration is ISO 8601 text (`PT30S`) or a whole number of seconds.

        ### endpoints.&lt;type&gt;
        """);
    table("property", Schema.endpoint());
    text(
        """
        Defaults by type (Microsoft Learn, api-management-howto-integrate-internal-vnet-appgateway):
        """);
    text("| type | probePath | probeInterval | probeTimeout |\n| --- | --- | --- | --- |");
    for (EndpointType type : EndpointType.values()) {
      if (type != EndpointType.PORTAL) {
        EndpointDefaults defaults = EndpointDefaults.of(type);
        row(
            type.wireName(),
            defaults
                .probePath()
                .map(path -> "`" + path + "`")
                .orElse("required: no source names one"),
            "`" + defaults.probeInterval() + "`",
            "`" + defaults.probeTimeout() + "`");
      }
    }
    text("\n### trustedRoots[]\n");
    table("property", Schema.trustedRoot());
    text("### dns\n");
    table("property", Schema.dns());
    text("### deleteCap\n");
    table("property", Schema.deleteCap());
    return out.toString().stripTrailing() + "\n";
  }

  private void table(String what, List<Property> properties) {
    text("| " + what + " | holds | default | allowed | meaning |\n| --- | --- | --- | --- | --- |");
    properties.forEach(
        p -> row("`" + p.name() + "`", p.type(), p.fallback(), p.range(), p.meaning()));
    text("");
  }

  private void row(String... cells) {
    text("| " + String.join(" | ", cells).replace("|  |", "| |") + " |");
  }

  private void text(String text) {
    out.append(text).append('\n');
  }
}
