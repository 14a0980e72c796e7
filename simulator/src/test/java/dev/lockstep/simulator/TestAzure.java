package dev.lockstep.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Switches;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated Azure without sockets, on a clock that the test moves, with everything recorded.
 */
public final class TestAzure {
  public static final String SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
  public static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg-edge";
  public static final String GATEWAY =
      GROUP + "/providers/Microsoft.Network/applicationGateways/agw-edge";
  public static final String SERVICE =
      GROUP + "/providers/Microsoft.ApiManagement/service/apim-contoso";
  public static final String ZONE =
      GROUP + "/providers/Microsoft.Network/privateDnsZones/contoso.com";
  public static final String NETWORK =
      GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-edge";

  public final ManualClock clock = new ManualClock();
  public final List<SimulatedEvent> events = new ArrayList<>();
  public final Audit audit = Audit.inMemory();
  public final Azure azure;
  private Principal principal = Principals.OPERATOR;

  /** With the demo estate. */
  public TestAzure() {
    this(SimulatorOptions.DEFAULT);
  }

  /** With other options; the clock is the manual one. */
  public TestAzure(SimulatorOptions options) {
    azure = new Azure(options.withClock(clock), audit, events::add);
  }

  /** Makes the following requests as somebody. */
  public TestAzure as(Principal other) {
    principal = other;
    return this;
  }

  public void set(Switches switches) {
    azure.world().settings().set(switches);
  }

  public Switches switches() {
    return azure.world().settings().switches();
  }

  /** Moves the time on and lets happen what is due. */
  public void pass(Duration time) {
    clock.advance(time);
    azure.world().settle();
  }

  /** Lets every slow write end. */
  public void finish() {
    Latencies latencies = azure.world().settings().latencies();
    pass(latencies.gateway().plus(latencies.apim()).plus(latencies.dnsZone()));
  }

  /** Follows the URLs of a slow write while it runs and when it has ended. */
  public ArmResponse finishing(ArmResponse slow) {
    String url =
        slow.header("Azure-AsyncOperation").or(() -> slow.header("Location")).orElseThrow();
    get(url);
    finish();
    return get(url);
  }

  public ArmResponse get(String path) {
    return request("GET", path, "", Map.of());
  }

  public ArmResponse put(String path, JsonNode body, String... headers) {
    return request("PUT", path, text(body), pairs(headers));
  }

  public ArmResponse patch(String path, JsonNode body, String... headers) {
    return request("PATCH", path, text(body), pairs(headers));
  }

  public ArmResponse delete(String path, String... headers) {
    return request("DELETE", path, "", pairs(headers));
  }

  public ArmResponse post(String path) {
    return request("POST", path, "", Map.of());
  }

  /** A request; a path without a query gets an api-version that its type takes. */
  public ArmResponse request(String method, String path, String body, Map<String, String> headers) {
    String version = path.contains("Microsoft.ApiManagement") ? "2024-05-01" : "2024-06-01";
    String full = path.contains("?") ? path : path + "?api-version=" + version;
    String[] parts =
        full.replace("https://management.azure.com:443", "")
            .replace("https://management.azure.com", "")
            .split("\\?", 2);
    Map<String, String> query = new HashMap<>();
    for (String pair : parts[1].split("&", -1)) {
      String[] one = pair.split("=", 2);
      if (one.length == 2) {
        query.put(one[0], one[1]);
      }
    }
    return azure
        .arm()
        .handle(
            new ArmRequest(
                method, "https://management.azure.com", parts[0], query, headers, body, principal));
  }

  /** The body of a GET that must succeed. */
  public ObjectNode read(String path) {
    ArmResponse response = get(path);
    if (response.status() != 200) {
      throw new AssertionError(path + " answered " + response);
    }
    return (ObjectNode) response.body().orElseThrow();
  }

  /** A control request. */
  public ArmResponse control(String method, String path, JsonNode body) {
    return azure.control().handle(method, "/control" + path, Map.of(), text(body));
  }

  public AuditEntry lastAudit() {
    return audit.entries().get(audit.entries().size() - 1);
  }

  public List<String> eventTypes() {
    return events.stream().map(SimulatedEvent::type).toList();
  }

  /** Body of an answer as object. */
  public static ObjectNode body(ArmResponse response) {
    return (ObjectNode) response.body().orElseThrow();
  }

  /** JSON written with single quotes. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static String text(JsonNode body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }

  private static Map<String, String> pairs(String... headers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return map;
  }
}
