package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.Binding;
import dev.lockstep.model.BindingBuilder;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.model.Withdrawn;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one binding. */
final class BindingParser {
  private final Fields fields;
  private final Domains domains;

  BindingParser(Fields fields, Domains domains) {
    this.fields = fields;
    this.domains = domains;
  }

  /** The binding; empty when so much is missing that there is none. All problems are reported. */
  Optional<Binding> parse() {
    Optional<String> name = name();
    Optional<ResourceId> service = id(Schema.SERVICE);
    Optional<ResourceId> gateway = id(Schema.GATEWAY);
    Binding rest =
        BindingBuilder.builder()
            .name(name.orElse("?"))
            .service(service.orElse(NOWHERE))
            .gateway(gateway.orElse(NOWHERE))
            .zones(zones())
            .endpoints(EndpointParser.parse(fields))
            .certificates(CertificatesParser.parse(fields, domains.vaults()))
            .trustedRoots(TrustedRootParser.parse(fields))
            .prefix(fields.text(Schema.PREFIX).orElse("ls"))
            .ttlSeconds(fields.integer(Schema.TTL).orElse(300))
            .mode(fields.choice(Schema.MODE, Mode.values(), Mode::wireName).orElse(Mode.CONFIRM))
            .deletePolicy(
                fields
                    .choice(Schema.DELETE_POLICY, DeletePolicy.values(), DeletePolicy::wireName)
                    .orElse(DeletePolicy.SYNC))
            .deleteCap(deleteCap())
            .removeAfter(fields.duration(Schema.REMOVE_AFTER).orElse(Duration.ofMinutes(1)))
            .dns(dns())
            .regions(regions())
            .freezes(List.of())
            .withdrawn(Withdrawn.NOTHING)
            .trust(TrustPolicy.DEFAULT)
            .build();
    CrossChecks.check(rest, fields);
    TrustPolicy trust = TrustPolicyParser.parse(fields, domains);
    List<FreezeWindow> freezes = FreezeParser.parse(fields);
    boolean complete = name.isPresent() && service.isPresent() && gateway.isPresent();
    return complete ? Optional.of(rest.withFreezes(freezes).withTrust(trust)) : Optional.empty();
  }

  private static final ResourceId NOWHERE = new ResourceId("/subscriptions/none");

  private Optional<String> name() {
    return fields.required(Schema.NAME, fields.text(Schema.NAME));
  }

  private Optional<ResourceId> id(Property property) {
    String type = property.shape(Shape.Id.class).types().get(0);
    return fields.required(property, fields.id(property, "a " + type));
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
                Quoted.of(items.get(i).asText()) + " is not the id of a DNS zone",
                Fields.exampleOf(Shape.Id.of(Zone.PRIVATE)));
      } else if (zones.contains(id.get())) {
        fields.problems().add(path, "is listed twice", "list each zone once");
      } else {
        zones.add(id.get());
      }
    }
    return zones;
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
        cap.flatMap(f -> f.integer(Schema.CAP_HOSTS)).orElse(5),
        cap.flatMap(f -> f.integer(Schema.CAP_PERCENT)).orElse(50));
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

  /** Without blanks and case, because the service writes "West Europe" for westeurope. */
  private List<String> regions() {
    List<String> regions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<JsonNode> items = fields.list(Schema.REGIONS);
    for (int i = 0; i < items.size(); i++) {
      String path = fields.at("regions[" + i + "]");
      String region = items.get(i).asText();
      if (!items.get(i).isTextual() || region.isBlank()) {
        fields.problems().add(path, "is not a text", "give a location name");
      } else if (!seen.add(region.replaceAll("\\s", "").toLowerCase(Locale.ROOT))) {
        fields.problems().add(path, "is listed twice", "list each region once");
      } else {
        regions.add(region);
      }
    }
    return regions;
  }
}
