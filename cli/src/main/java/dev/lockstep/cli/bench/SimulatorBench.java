package dev.lockstep.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.world.Throttling;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How many requests per second the simulator takes over HTTPS, without the limits of ARM. */
public final class SimulatorBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private final Load load;
  private final PrintWriter out;

  /**
   * A measurement.
   *
   * @param clients clients at the same time
   * @param span how long each kind of request is measured
   */
  public SimulatorBench(int clients, Duration span, PrintWriter out) {
    this.load = new Load(clients, span);
    this.out = out;
  }

  /** Measures each kind of request and prints a line for it. */
  public void run() throws InterruptedException {
    SimulatorOptions options =
        SimulatorOptions.DEFAULT.withWeather(
            SimulatorOptions.DEFAULT.weather().withThrottling(Throttling.COUNTED));
    try (LocalAzure azure = LocalAzure.start(options, DeliveryFaults.NONE, DeliveryObserver.NONE)) {
      Ready ready = new Ready(azure.ready());
      ArmClient arm = new ArmClient(ready);
      String gateway = ready.text("gatewayId");
      String zone = ready.json().path("zoneIds").path(0).asText();
      JsonNode document = arm.get(gateway, ArmClient.NETWORK);
      ObjectNode record = JSON.createObjectNode();
      record.putObject("properties").put("ttl", 60);
      Map<String, Load.Request> kinds = new LinkedHashMap<>();
      kinds.put("read a zone", (client, n) -> arm.get(zone, ArmClient.PRIVATE_DNS));
      kinds.put("read a gateway", (client, n) -> arm.get(gateway, ArmClient.NETWORK));
      kinds.put(
          "write a record set",
          (client, n) ->
              arm.put(zone + "/A/bench-" + client + "-" + n % 50, ArmClient.PRIVATE_DNS, record));
      kinds.put("write a gateway", (client, n) -> arm.put(gateway, ArmClient.NETWORK, document));
      var unused = new Load(load.clients(), WARM_UP).run(kinds.get("read a gateway"));
      for (var kind : kinds.entrySet()) {
        print(kind.getKey(), load.run(kind.getValue()));
      }
    }
  }

  private void print(String kind, Rate rate) {
    out.printf(
        Locale.ROOT,
        "bench simulator: %-18s requestsPerSecond=%d clients=%d requests=%d p50Ms=%.2f p99Ms=%.2f%n",
        kind,
        rate.perSecond(),
        load.clients(),
        rate.requests(),
        rate.millis(0.5),
        rate.millis(0.99));
    out.flush();
  }
}
