package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the app's requests come in: what is wrong with single answers is done here, and every write
 * is judged by what was just before and is just after it.
 */
final class Door {
  private final Azure azure;
  private final GatewayJudge gateways;
  private final RecordJudge records;
  private final Tally tally;
  private final History history;
  private final ArrayDeque<Consumer<ResourceId>> beforePut = new ArrayDeque<>();
  private final ArrayDeque<Consumer<ResourceId>> afterPut = new ArrayDeque<>();
  private int emptyServices;
  private int partialZones;
  private long writes;
  private long requests;

  Door(Azure azure, GatewayJudge gateways, RecordJudge records, Tally tally, History history) {
    this.azure = azure;
    this.gateways = gateways;
    this.records = records;
    this.tally = tally;
    this.history = history;
  }

  /** The next gateway PUT finds that somebody writes just before or just after it. */
  void atNextPut(boolean before, Consumer<ResourceId> write) {
    (before ? beforePut : afterPut).add(write);
  }

  /** So many reads of services show no host names. */
  void emptyServices(int times) {
    emptyServices += times;
  }

  /** So many lists of record sets end in their middle. */
  void partialZones(int times) {
    partialZones += times;
  }

  void heal() {
    emptyServices = 0;
    partialZones = 0;
    beforePut.clear();
    afterPut.clear();
  }

  /** How many requests that can write there were. */
  long writes() {
    return writes;
  }

  /** How many requests there were. */
  long requests() {
    return requests;
  }

  ArmResponse handle(ArmRequest request) {
    requests++;
    if (request.query().containsKey("chaosPage")) {
      return ArmResponse.of(503, ErrorBody.wrapped("ServiceUnavailable", "The page is gone."));
    }
    if (request.method().equals("GET")) {
      return mangled(request, azure.arm().handle(request));
    }
    writes++;
    ResourceId id = ArmPath.parse(request.path()).id();
    boolean put = request.method().equals("PUT") && isGateway(id);
    if (put && !beforePut.isEmpty()) {
      tally.add("foreignInWindow.before");
      beforePut.poll().accept(id);
    }
    Optional<Resource> before = find(id);
    try {
      return azure.arm().handle(request);
    } finally {
      judge(id, before, find(id));
      if (put && !afterPut.isEmpty()) {
        tally.add("foreignInWindow.after");
        afterPut.poll().accept(id);
      }
    }
  }

  private void judge(ResourceId id, Optional<Resource> before, Optional<Resource> after) {
    if (isGateway(id)) {
      gateways.own(before.map(Gateway.class::cast), after.map(Gateway.class::cast));
    } else if (id.type().startsWith("Microsoft.Network/privateDnsZones/")) {
      records.own(id, before.map(RecordSet.class::cast), after.map(RecordSet.class::cast));
    }
  }

  private ArmResponse mangled(ArmRequest request, ArmResponse answer) {
    if (answer.status() != 200 || !(answer.body().orElseThrow() instanceof ObjectNode body)) {
      return answer;
    }
    if (emptyServices > 0 && body.path("properties").has("hostnameConfigurations")) {
      emptyServices--;
      tally.add("serviceRead.emptyList");
      history.add("azure", "shows a service without host names");
      ObjectNode changed = body.deepCopy();
      ((ArrayNode) changed.path("properties").path("hostnameConfigurations"))
          .removeIf(one -> !one.path("certificateSource").asText("").equals("BuiltIn"));
      return new ArmResponse(200, answer.headers(), Optional.of(changed));
    }
    if (partialZones > 0 && request.path().endsWith("/ALL")) {
      partialZones--;
      tally.add("zoneRead.partialPages");
      history.add("azure", "shows a list of record sets that ends in its middle");
      ObjectNode changed = body.deepCopy();
      ArrayNode value = changed.withArray("value");
      while (value.size() > 1) {
        value.remove(value.size() - 1);
      }
      changed.put("nextLink", request.baseUrl() + request.path() + "?chaosPage=2");
      return new ArmResponse(200, answer.headers(), Optional.of(changed));
    }
    return answer;
  }

  private Optional<Resource> find(ResourceId id) {
    return azure.world().locked(() -> azure.world().resources().find(id));
  }

  private static boolean isGateway(ResourceId id) {
    return id.type().equalsIgnoreCase("Microsoft.Network/applicationGateways");
  }
}
