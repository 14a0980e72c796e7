package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The recorded answers of the real service, as exchanges. */
final class Recordings {
  /** Single answers: {@code {request, response}}. */
  static final List<String> SINGLE =
      List.of(
          "agw-v1-complex-probes-multisite.get.200.json",
          "agw-v1-redirects-authcerts.get.200.json",
          "agw-v1-urlpathmap.get.200.json",
          "agw-v2-keyvault-secret.get.200.json",
          "agw-v2-keyvault-secret.put-update.200.json",
          "agw-v2-trustedroot.get.200.json",
          "agw-v2-waf.get.200.json",
          "agw-v2-waf.put-create.201.json",
          "agw-v2-waf.put-update.200.json",
          "apim.put-create.201.json",
          "apim.poll.202.json",
          "backendhealth.post.202.json",
          "backendhealth.poll.202.json",
          "backendhealth.poll.200.json",
          "lro.operation.inprogress.200.json",
          "lro.operation.succeeded.200.json",
          "privatedns-a.get.200.json",
          "privatedns-a.put-create.201.json",
          "privatedns-a.put-ifmatch.412.json",
          "privatedns-a.put-ifnonematch.412.json",
          "privatedns-a.put-update.200.json",
          "privatedns-a.put-zone-missing.404.json",
          "privatedns-zone.get.200.json",
          "privatedns-zone.poll.200.json",
          "privatedns-zone.poll.202.json",
          "privatedns-zone.put-create.202.json",
          "publicdns-a.get.404.json",
          "publicdns-a.put-create.201.json",
          "publicdns-zone.put-ifmatch.412.json");

  /** Listings, in the form of the recorder that made them. */
  static final List<String> LISTINGS =
      List.of(
          "c7n-agw-list-and-wafpolicy.cassette.json",
          "c7n-agw-list-v1.cassette.json",
          "c7n-apim-list-2019-01-01.cassette.json",
          "c7n-apim-list-2021-08-01.cassette.json",
          "c7n-dnszone-list.cassette.json",
          "c7n-nsg-list.cassette.json",
          "c7n-publicip-list.cassette.json");

  /** What a Location leads to is known from the answer that gave it. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "backendhealth.poll.202.json", "backendhealth.post.202.json",
          "backendhealth.poll.200.json", "backendhealth.post.202.json",
          "apim.poll.202.json", "apim.put-create.201.json");

  private Recordings() {}

  /** Everything that a recording, or an entry of errors.json, says about the specification. */
  static List<Violation> violations(String name, Specification specification) {
    Conformance conformance = new Conformance(specification);
    Optional.ofNullable(BEGINNINGS.get(name))
        .ifPresent(first -> conformance.check(Exchange.recorded(Reference.file(first))));
    List<Violation> found = new ArrayList<>();
    exchanges(name).forEach(exchange -> found.addAll(conformance.check(exchange)));
    // Some recorders kept no request bodies.
    found.removeIf(one -> one.side().equals("request") && one.kind().equals("body"));
    return found;
  }

  private static Stream<Exchange> exchanges(String name) {
    if (name.contains("#")) {
      return Stream.of(Exchange.recorded(published(name.substring(name.indexOf('#') + 1))));
    }
    JsonNode file = Reference.file(name);
    return file.has("interactions")
        ? Json.objects(file, "interactions").stream().map(one -> Exchange.recorded(listing(one)))
        : Stream.of(Exchange.recorded(file));
  }

  private static ObjectNode listing(ObjectNode interaction) {
    ObjectNode file = Json.object();
    file.set("request", interaction.path("request"));
    file.putObject("response")
        .put("status", interaction.at("/response/status/code").asInt())
        .set("body", interaction.at("/response/body/data"));
    return file;
  }

  /** An answer that is published without its request. */
  private static ObjectNode published(String name) {
    JsonNode entry = Reference.file("errors.json").path(name);
    String scope =
        "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";
    boolean polled = name.endsWith("asyncOperation.200");
    String path =
        polled
            ? "/subscriptions/1/providers/Microsoft.Network/locations/westeurope/operations/1"
            : scope
                + (name.startsWith("apim")
                    ? "Microsoft.ApiManagement/service/apim-contoso"
                    : "Microsoft.Network/applicationGateways/agw-edge");
    ObjectNode file = Json.object();
    file.putObject("request").put("method", polled ? "GET" : "PUT").put("uri", path);
    file.putObject("response")
        .put("status", Integer.parseInt(name.substring(name.lastIndexOf('.') + 1)))
        .set("body", entry.has("body") ? entry.path("body") : entry);
    return file;
  }
}
