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

        Lockstep reads app settings and, in one of them, in a file or in a blob, the bindings.
        Everything is checked at start, and all problems are told at once, each with its place and
        its remedy. An unknown name is a problem too. A blank setting counts as absent. Nothing
        changes while a worker runs.

        ## App settings
        """);
    table("setting", Arrays.stream(Setting.values()).map(Setting::property).toList());
    text("Addresses by cloud:\n");
    text(
        "| cloud | Resource Manager | authority | key vaults | storage |\n"
            + "| --- | --- | --- | --- | --- |");
    for (Cloud cloud : Cloud.values()) {
      row(
          cloud.wireName(),
          cloud.armEndpoint().toString(),
          cloud.authorityHost().toString(),
          cloud.vaultSuffix(),
          cloud.storageSuffix());
    }
    text(
        """

        ### Bindings in a blob

        `LOCKSTEP_BINDINGS_URL` is read once when a worker starts, with the app's identity, which needs
        the role Storage Blob Data Reader on the container. At most 1 MiB is read, within 15 seconds.
        A token goes to hosts below the storage suffix of the cloud only. A shared access signature
        is refused, because a setting is no place for a secret.

        A read that fails never counts as "no bindings": the app does not start, `health` answers 503,
        the log and the answers of the other functions carry the reason and the remedy, and the next
        call tries again. A blob that is changed later counts from the next start of the worker:
        restart the app (`az functionapp restart`) to have it at once. The log line `started` names the
        URL and the etag that is in force.

        ## Bindings

        A binding publishes one API Management service through one Application Gateway. All bindings
        that name the same gateway are planned and written together.

        Editors check and complete the text by [bindings.schema.json](bindings.schema.json). In VS Code
        let the text begin with `"$schema": "<path or URL of bindings.schema.json>"`, or put this into
        `settings.json`: `"json.schemas": [{"fileMatch": ["lockstep.json", "bindings.json"], "url":
        "./docs/bindings.schema.json"}]`.

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
    table("property", Schema.root());
    text("### bindings[]\n");
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
    text("### trustBundle\n");
    table("property", Schema.trustBundle());
    text("### dns\n");
    table("property", Schema.dns());
    text("### freeze[]\n");
    table("property", Schema.freeze());
    text("### deleteCap\n");
    table("property", Schema.deleteCap());
    text(
        """
        ### discovery

        A service that carries the tag, lies in one of the scopes and is listed gets a binding of its
        own: Proxy only, in mode `plan`, with the defaults for the rest. So it is planned and shown, and
        nothing is written until a plan of it is confirmed by its hash.

        ```json
        {
          "bindings": [],
          "discovery": {
            "scopes": ["/subscriptions/<id>/resourceGroups/rg-apis"],
            "services": ["apim-contoso"],
            "frontend": "public"
          }
        }
        ```
        """);
    table("property", Schema.discovery());
    text(
        """
        The tags of the service: `lockstep-gateway` holds the id of the gateway, `lockstep-zones` the ids
        of DNS zones, parted by commas. They are looked for at each drift check. The app's identity must
        be able to list services there; the custom role can. Scopes that it is not assigned at need Reader.

        - A service that any binding names is left to that binding, whatever its tags say.
        - A tag on a service that is not listed does nothing; the log tells of it.
        - A list that fails takes nothing away. A complete one in which the service or its tag is
          missing ends the binding: what was made for it stays, and nobody looks after it.
        - Saved files can be planned so too: `./lockstep plan --from` takes the services that are in
          them for all there are.
        """);
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
