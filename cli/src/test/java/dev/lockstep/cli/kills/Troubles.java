package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What befalls the world, drawn from a seed: host names come and go, the service moves, others
 * write the gateways, requests and events go wrong.
 *
 * <p>On one site works a colleague whose script reads, thinks, and writes back the whole gateway.
 * No host name leaves there: what such a script brings back of ours would count as the colleague's.
 */
final class Troubles implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The site where the slow colleague works. */
  private static final int SLOW = 1;

  private static final int THINKS_MILLIS = 1200;
  private static final int BUSY_MILLIS = 100;

  private final KillWorld world;
  private final RandomGenerator random;
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> retired = new LinkedHashSet<>();
  private final List<String> history = new ArrayList<>();
  private final List<ScheduledFuture<?>> writes = new ArrayList<>();
  private final ScheduledExecutorService script = Executors.newSingleThreadScheduledExecutor();
  private int count;

  Troubles(KillWorld world, RandomGenerator random) {
    this.world = world;
    this.random = random;
  }

  /** From now on requests and events go wrong now and then. */
  void begin(boolean honoured) {
    String gateways = "Microsoft.Network/applicationGateways";
    fault("PUT " + gateways, "refuse", 0.08, Map.of("status", 429, "retryAfter", 1));
    fault("PUT " + gateways, "slow", 0.3, Map.of("ms", 1500));
    fault("PUT " + gateways, "reset", 0.05, Map.of("when", "after"));
    fault("PUT " + gateways, "write", 0.15, Map.of("when", "before"));
    fault("GET " + gateways, "stale", 0.1, Map.of("ms", 1500));
    fault("GET Microsoft.ApiManagement/service", "refuse", 0.05, Map.of("status", 503));
    fault("PUT Microsoft.Network/privateDnsZones/A", "refuse", 0.05, Map.of("status", 503));
    fault("EVENT Microsoft.Resources.*", "lose", 0.2, Map.of("attempts", 1));
    fault("EVENT Microsoft.Resources.*", "duplicate", 0.2, Map.of("copies", 2));
    set("switches", JSON.createObjectNode().put("ifMatch", honoured ? "honoured" : "ignored"));
    set("latencies", JSON.createObjectNode().put("gateway", 700).put("apim", 300));
  }

  private void fault(String on, String effect, double probability, Map<String, Object> more) {
    ObjectNode fault = JSON.valueToTree(more);
    fault.put("on", on).put("do", effect).put("probability", probability);
    if (!on.startsWith("EVENT")) {
      fault.put("principal", "lockstep");
    }
    post("/faults", fault);
  }

  /** One thing changes. */
  void change() {
    Site site = world.sites().get(random.nextInt(world.sites().size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> add(site);
      case 2 -> remove(site);
      case 3 -> move(site);
      case 4 -> edit(site);
      case 5 -> think(world.sites().get(SLOW));
      default -> rule();
    }
  }

  private void add(Site site) {
    String host = "s%d-h%d.contoso.com".formatted(site.number(), count++);
    ObjectNode body = JSON.createObjectNode().put("hostName", host);
    int status = post("/services/" + site.serviceName() + "/hostnames", body);
    if (status < 300) {
      added.add(host);
    }
    tell("add " + host, status);
  }

  /** A host name comes to some site, as soon as its service takes it. */
  void addSomewhere() throws InterruptedException {
    Site site = world.sites().get(random.nextInt(world.sites().size()));
    for (int before = added.size(); added.size() == before; ) {
      add(site);
      if (added.size() == before) {
        TimeUnit.MILLISECONDS.sleep(BUSY_MILLIS);
      }
    }
  }

  /** From now on gateway writes take long enough to be looked at in their middle, or not. */
  void slowGateways(boolean slow) {
    set("latencies", JSON.createObjectNode().put("gateway", slow ? 8000 : 700));
  }

  /** Somebody else writes just before the app's next gateway PUT is carried out. */
  void writeInBetween() {
    set("switches", JSON.createObjectNode().put("concurrentPut", "supersede"));
    fault(
        "PUT Microsoft.Network/applicationGateways",
        "write",
        1,
        Map.of("when", "before", "next", 1));
  }

  private void remove(Site site) {
    String prefix = "s%d-".formatted(site.number());
    List<String> ours = added.stream().filter(host -> host.startsWith(prefix)).toList();
    if (site.number() == SLOW || ours.isEmpty()) {
      add(site);
      return;
    }
    String host = ours.get(random.nextInt(ours.size()));
    // Before it is gone: whoever is quick deletes nothing that was wanted.
    retired.add(host);
    String path = "/services/" + site.serviceName() + "/hostnames/" + host;
    int status = world.control("DELETE", path, JSON.createObjectNode());
    if (status < 300) {
      added.remove(host);
    } else {
      retired.remove(host);
    }
    tell("remove " + host, status);
  }

  private void move(Site site) {
    String address = "10.0.1.%d".formatted(20 + count++);
    ObjectNode body = JSON.createObjectNode().put("address", address);
    String path = "/services/" + site.serviceName() + "/private-address";
    tell("move " + site.serviceName() + " to " + address, world.control("PUT", path, body));
  }

  private void edit(Site site) {
    ObjectNode pool = JSON.createObjectNode();
    pool.putArray("backendAddresses").addObject().put("ipAddress", "10.0.9." + (20 + count));
    String path = "/gateways/%s/backendAddressPools/team-%d".formatted(site.gatewayName(), count++);
    tell("a colleague puts " + path, world.control("PUT", path, pool));
  }

  private void think(Site site) {
    ObjectNode document = world.colleague().get(site.gateway(), ArmClient.NETWORK).deepCopy();
    String name = "slow-" + count++;
    ArrayNode pools = (ArrayNode) document.at("/properties/backendAddressPools");
    pools.addObject().put("name", name).putObject("properties").putArray("backendAddresses");
    tell("a colleague has read " + site.gatewayName() + " for " + name, 200);
    writes.add(script.schedule(() -> write(site, document), THINKS_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void write(Site site, JsonNode document) {
    try {
      world.colleague().put(site.gateway(), ArmClient.NETWORK, document);
      tell("the colleague wrote " + site.gatewayName(), 200);
    } catch (IllegalStateException refused) {
      tell("the colleague was refused: " + refused.getMessage(), 429);
    }
  }

  private void rule() {
    String put = random.nextBoolean() ? "supersede" : "refuse";
    set("switches", JSON.createObjectNode().put("concurrentPut", put));
    tell("a second PUT is met by: " + put, 200);
  }

  /** Nothing goes wrong any more. */
  void end() throws Exception {
    for (ScheduledFuture<?> write : writes) {
      write.get();
    }
    int status = world.control("DELETE", "/faults", JSON.createObjectNode());
    tell("nothing goes wrong any more", status);
  }

  /** Host names that were taken away. */
  Set<String> retired() {
    return retired;
  }

  /** Adds a line to the history. */
  synchronized void tell(String what, int status) {
    history.add(Instant.now() + " " + what + (status == 200 ? "" : " → " + status));
  }

  /** What happened, one line each. */
  synchronized String history() {
    return String.join("\n", history);
  }

  private void set(String what, ObjectNode body) {
    int status = world.control("PATCH", "/" + what, body);
    if (status != 200) {
      throw new IllegalStateException("PATCH " + what + " " + body + " → " + status);
    }
  }

  private int post(String path, ObjectNode body) {
    int status = world.control("POST", path, body);
    if (path.equals("/faults") && status >= 300) {
      throw new IllegalStateException("the fault " + body + " was refused with " + status);
    }
    return status;
  }

  @Override
  public void close() {
    script.shutdownNow();
  }
}
