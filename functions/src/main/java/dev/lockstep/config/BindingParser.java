package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one binding. */
final class BindingParser {
  private static final String SERVICE_TYPE = "Microsoft.ApiManagement/service";
  private static final String GATEWAY_TYPE = "Microsoft.Network/applicationGateways";

  private final Fields fields;
  private final String vaultSuffix;

  BindingParser(Fields fields, String vaultSuffix) {
    this.fields = fields;
    this.vaultSuffix = vaultSuffix;
  }

  /** The binding; empty when so much is missing that there is none. All problems are reported. */
  Optional<Binding> parse() {
    Optional<String> name = name();
    Optional<ResourceId> service = id(Schema.SERVICE, SERVICE_TYPE);
    Optional<ResourceId> gateway = id(Schema.GATEWAY, GATEWAY_TYPE);
    Binding rest =
        new Binding(
            name.orElse("?"),
            service.orElse(NOWHERE),
            gateway.orElse(NOWHERE),
            zones(),
            EndpointParser.parse(fields),
            certificates(),
            TrustedRootParser.parse(fields),
            prefix(),
            fields.integer(Schema.TTL, 1, Integer.MAX_VALUE).orElse(300),
            fields.choice(Schema.MODE, Mode.values(), Mode::wireName).orElse(Mode.CONFIRM),
            fields
                .choice(Schema.DELETE_POLICY, DeletePolicy.values(), DeletePolicy::wireName)
                .orElse(DeletePolicy.SYNC),
            deleteCap(),
            fields
                .duration(Schema.REMOVE_AFTER, Duration.ofSeconds(1), Duration.ofDays(7))
                .orElse(Duration.ofMinutes(1)),
            dns(),
            regions());
    boolean complete = name.isPresent() && service.isPresent() && gateway.isPresent();
    return complete ? Optional.of(rest) : Optional.empty();
  }

  private static final ResourceId NOWHERE = new ResourceId("/subscriptions/none");

  private Optional<String> name() {
    return fields
        .required(Schema.NAME, fields.text(Schema.NAME))
        .filter(
            name -> matches(Schema.NAME, name, "[A-Za-z0-9._-]{1,40}", "is not a binding name"));
  }

  private String prefix() {
    return fields
        .text(Schema.PREFIX)
        .filter(
            prefix -> matches(Schema.PREFIX, prefix, "[a-z0-9][a-z0-9-]{0,9}", "is not a prefix"))
        .orElse("ls");
  }

  private boolean matches(Property property, String text, String form, String message) {
    if (text.matches(form)) {
      return true;
    }
    fields.wrong(property, "'" + text + "' " + message, "use " + property.range());
    return false;
  }

  private Optional<ResourceId> id(Property property, String type) {
    Optional<String> text = fields.required(property, fields.text(property));
    Optional<ResourceId> id = text.flatMap(ResourceId::tryParse).filter(i -> i.isOfType(type));
    if (text.isPresent() && id.isEmpty()) {
      fields.wrong(property, "'" + text.get() + "' is not the id of a " + type, example(type));
    }
    return id;
  }

  private List<ResourceId> zones() {
    List<ResourceId> zones = new ArrayList<>();
    List<JsonNode> items = fields.list(Schema.ZONES);
    for (int i = 0; i < items.size(); i++) {
      String path = fields.at("zones[" + i + "]");
      Optional<ResourceId> id =
          ResourceId.tryParse(items.get(i).asText())
              .filter(z -> z.isOfType(Zone.PRIVATE) || z.isOfType(Zone.PUBLIC));
      if (id.isEmpty()) {
        fields
            .problems()
            .add(
                path,
                "'" + items.get(i).asText() + "' is not the id of a DNS zone",
                example(Zone.PRIVATE));
      } else if (zones.contains(id.get())) {
        fields.problems().add(path, "is listed twice", "list each zone once");
      } else {
        zones.add(id.get());
      }
    }
    return zones;
  }

  private static String example(String type) {
    return "use /subscriptions/<id>/resourceGroups/<group>/providers/" + type + "/<name>";
  }

  private Map<HostName, String> certificates() {
    Map<HostName, String> certificates = new LinkedHashMap<>();
    fields
        .object(Schema.CERTIFICATES)
        .ifPresent(
            object ->
                object
                    .properties()
                    .forEach(e -> certificate(certificates, e.getKey(), e.getValue())));
    return certificates;
  }

  private void certificate(Map<HostName, String> certificates, String name, JsonNode value) {
    String path = fields.at("certificates[\"" + name + "\"]");
    Optional<HostName> host = HostName.tryParse(name);
    Optional<SecretId> secret = SecretId.tryParse(value.asText());
    if (host.isEmpty()) {
      fields.problems().add(path, "is not a host name", "use a name such as api.contoso.com");
    } else if (secret.isEmpty()) {
      fields
          .problems()
          .add(
              path,
              "is not the id of a Key Vault secret",
              "use https://<vault>." + vaultSuffix + "/secrets/<name>");
    } else if (secret.get().version().isPresent()) {
      fields
          .problems()
          .add(path, "names a version and would never rotate", "use " + secret.get().versionless());
    } else if (!secret.get().vault().endsWith("." + vaultSuffix)) {
      fields
          .problems()
          .add(
              path,
              "vault " + secret.get().vault() + " is not below " + vaultSuffix,
              "use a vault of this cloud, or set LOCKSTEP_CLOUD or LOCKSTEP_VAULT_SUFFIX");
    } else if (certificates.put(host.get(), secret.get().url()) != null) {
      fields.problems().add(path, "is listed twice", "list each host name once");
    }
  }

  private DeleteCap deleteCap() {
    Optional<Fields> cap =
        fields
            .object(Schema.DELETE_CAP)
            .map(
                node ->
                    new Fields(
                        node, fields.at("deleteCap"), Schema.deleteCap(), fields.problems()));
    return new DeleteCap(
        cap.flatMap(f -> f.integer(Schema.CAP_HOSTS, 0, 1000)).orElse(5),
        cap.flatMap(f -> f.integer(Schema.CAP_PERCENT, 0, 100)).orElse(50));
  }

  private DnsPolicy dns() {
    Optional<Fields> dns =
        fields
            .object(Schema.DNS)
            .map(node -> new Fields(node, fields.at("dns"), Schema.dns(), fields.problems()));
    return new DnsPolicy(
        dns.flatMap(f -> f.choice(Schema.DNS_PRIVATE, PrivateDns.values(), PrivateDns::wireName))
            .orElse(DnsPolicy.DEFAULT.inPrivate()),
        dns.flatMap(f -> f.choice(Schema.DNS_PUBLIC, PublicDns.values(), PublicDns::wireName))
            .orElse(DnsPolicy.DEFAULT.inPublic()));
  }

  private List<String> regions() {
    List<String> regions = new ArrayList<>();
    List<JsonNode> items = fields.list(Schema.REGIONS);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isTextual() && !items.get(i).asText().isBlank()) {
        regions.add(items.get(i).asText());
      } else {
        fields
            .problems()
            .add(fields.at("regions[" + i + "]"), "is not a text", "give a location name");
      }
    }
    return regions;
  }
}
