package dev.lockstep.simulator.openapi;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Asks the simulator what was asked when an answer was recorded. */
final class Replay {
  private Replay() {}

  /** The answer to the request of a recording, in a world in which it makes sense. */
  static ArmResponse of(String name) {
    if (name.startsWith("agw-")) {
      return gateway(name);
    }
    if (name.startsWith("privatedns-") || name.startsWith("publicdns-")) {
      return dns(name);
    }
    return switch (name) {
      case "apim.put-create.201.json" -> service(new TestAzure(), name);
      case "apim.poll.202.json" -> {
        TestAzure azure = new TestAzure();
        ArmResponse put = service(azure, "apim.put-create.201.json");
        yield azure.get(put.header("Location").orElseThrow());
      }
      default -> demo(name);
    };
  }

  /** A recorded resource, put as if it were new. */
  static ArmResponse put(TestAzure azure, String uri, ObjectNode recorded) {
    String path = recorded.path("id").asText();
    new Ground(azure).lay(path, recorded);
    for (ObjectNode certificate : Json.objects(recorded, "properties", "sslCertificates")) {
      if (!certificate.path("properties").has("keyVaultSecretId")) {
        // What was uploaded was not recorded.
        Json.child(certificate, "properties").put("data", "****");
      }
    }
    ArmResponse put = azure.put(path + uri.substring(uri.indexOf('?')), recorded);
    assertThat(put.status()).as(put.toString()).isLessThan(300);
    return put;
  }

  /** The same in the subscription of the test. */
  static JsonNode moved(JsonNode node) {
    try {
      return Json.parse(moved(node.toString()).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String moved(String text) {
    return text.replace("https://management.azure.com/subscriptions/", "/subscriptions/")
        .replaceAll("/subscriptions/[^/\"]+", TestAzure.SUBSCRIPTION);
  }

  private static ArmResponse gateway(String name) {
    TestAzure azure = new TestAzure(SimulatorOptions.DEFAULT.withEmpty(true));
    JsonNode file = moved(Reference.file(name));
    String uri = uri(file);
    ObjectNode recorded = (ObjectNode) file.path("response").path("body");
    ArmResponse created = put(azure, uri, recorded.deepCopy());
    if (name.contains("put-create")) {
      return created;
    }
    azure.finish();
    return name.contains("put-update") ? put(azure, uri, recorded.deepCopy()) : azure.get(uri);
  }

  private static ArmResponse service(TestAzure azure, String name) {
    JsonNode file = moved(Reference.file(name));
    String uri = uri(file).replace("2019-12-01", "2021-08-01");
    new Ground(azure).lay(uri.split("\\?", 2)[0], Json.object());
    return azure.put(uri, file.path("request").path("body"));
  }

  private static ArmResponse demo(String name) {
    TestAzure azure = new TestAzure();
    boolean health = name.startsWith("backendhealth");
    ArmResponse begun =
        health
            ? azure.post(GATEWAY + "/backendhealth?api-version=2019-11-01")
            : azure.put(GATEWAY, azure.read(GATEWAY));
    if (name.contains(".post.")) {
      return begun;
    }
    if (name.contains("poll.200") || name.contains("succeeded")) {
      azure.finish();
    }
    return azure.get(begun.header(health ? "Location" : "Azure-AsyncOperation").orElseThrow());
  }

  private static ArmResponse dns(String name) {
    TestAzure azure = new TestAzure();
    JsonNode file = moved(Reference.file(name));
    String uri = uri(file);
    // The test's zone names are longer than a label may be; the shape does not depend on them.
    ResourceId id =
        ResourceId.of(
            uri.split("\\?", 2)[0].replaceAll(
                "privateDnsOperation.*", "" + "privateDnsZones/clitest.com"));
    Ground ground = new Ground(azure);
    ground.lay(id.toString(), Json.object());
    if (name.contains("zone-missing")) {
      azure.delete(id.parent().toString());
      azure.finish();
    }
    boolean existing = name.contains("get.200") || name.contains("412") || name.contains("update");
    boolean zone = name.contains("zone.");
    ObjectNode body = zone ? json("{'location':'global'}") : json("{'properties':{'ttl':60}}");
    if (existing) {
      azure.put(id.toString(), body);
      azure.finish();
    }
    if (name.contains("poll")) {
      ArmResponse begun = azure.put(id.toString(), body);
      azure.pass(name.contains("poll.200") ? Duration.ofSeconds(5) : Duration.ZERO);
      return azure.get(begun.header("Azure-AsyncOperation").orElseThrow());
    }
    JsonNode request = file.path("request");
    Map<String, String> headers = new HashMap<>();
    request
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    JsonNode sent = request.path("body");
    return azure.request(
        request.path("method").asText(), uri, sent.isMissingNode() ? "" : sent.toString(), headers);
  }

  private static String uri(JsonNode file) {
    JsonNode request = file.path("request");
    return request.path("uri").asText(request.path("url").asText());
  }
}
