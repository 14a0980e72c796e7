package dev.lockstep.simulator.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.dns.Resolver;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Probes one server of a pool, in thought: name to address by the DNS of the gateway's network,
 * address to a service or a known server, host name and path to an answer.
 */
final class Prober implements ServerVerdicts {
  private static final int HTTPS_PORT = 443;

  private final Resources resources;
  private final Backends backends;
  private final Trust trust;

  Prober(Resources resources, Backends backends, Trust trust) {
    this.resources = resources;
    this.backends = backends;
    this.trust = trust;
  }

  @Override
  public CompletableFuture<Verdict> trial(Target target, String server, boolean isName) {
    return CompletableFuture.completedFuture(of(target, "", server, isName));
  }

  @Override
  public Verdict of(Target target, String pool, String server, boolean isName) {
    Optional<Verdict> forced =
        backends.find(server).flatMap(condition -> forced(target, condition));
    if (forced.isPresent()) {
      return forced.get();
    }
    List<String> addresses = List.of(server);
    if (isName && backends.find(server).isEmpty()) {
      Answer answer = resolve(target.gateway(), server);
      if (answer instanceof Answer.NoSuchName) {
        return Verdict.unhealthy(ProbeText.DNS);
      }
      if (!(answer instanceof Answer.Addresses found)) {
        return Verdict.unknown();
      }
      addresses = found.addresses();
    }
    Verdict last = Verdict.unknown();
    for (String address : addresses) {
      last = address(target, server, address);
      if (!last.health().equals("Healthy")) {
        return last;
      }
    }
    return last;
  }

  private Verdict address(Target target, String server, String address) {
    Optional<ApimService> service =
        resources.all(ApimService.class).stream()
            .filter(one -> one.allPrivateAddresses().contains(address))
            .findFirst();
    if (service.isPresent()) {
      return service(target, server, service.get());
    }
    Optional<Backends.Condition> known = backends.find(server).or(() -> backends.find(address));
    return known
        .map(condition -> forced(target, condition).orElseGet(Verdict::healthy))
        .orElseGet(() -> Verdict.unhealthy(ProbeText.TCP));
  }

  private Verdict service(Target target, String server, ApimService service) {
    if (!target.https() || target.port() != HTTPS_PORT) {
      return Verdict.unhealthy(ProbeText.TCP);
    }
    String host = target.host(server);
    Optional<ObjectNode> endpoint =
        service.hostNames().stream()
            .filter(entry -> entry.path("hostName").asText("").equalsIgnoreCase(host))
            .filter(entry -> !entry.path("certificateStatus").asText("").equals("InProgress"))
            .findFirst();
    Optional<Verdict> switchedOff =
        backends.find(host).flatMap(condition -> forced(target, condition));
    if (switchedOff.isPresent()) {
      return switchedOff.get();
    }
    Optional<String> untrusted = endpoint.flatMap(entry -> trust.complaint(target, entry));
    if (untrusted.isPresent()) {
      return Verdict.unhealthy(untrusted.get());
    }
    boolean answers =
        endpoint
            .filter(entry -> StatusPaths.answers(entry.path("type").asText(""), target.path()))
            .isPresent();
    return status(target, answers ? 200 : 404);
  }

  private Answer resolve(Gateway gateway, String name) {
    Optional<ResourceId> network = gateway.subnet().map(ResourceId::of).map(ResourceId::parent);
    return network
        .map(id -> new Resolver(resources).resolve(id, name))
        .orElseGet(Answer.Unknown::new);
  }

  /** What a switched-off server says; empty when it answers normally. */
  private static Optional<Verdict> forced(Target target, Backends.Condition condition) {
    return switch (condition) {
      case UP -> Optional.empty();
      case DOWN -> Optional.of(Verdict.unhealthy(ProbeText.TCP));
      case SLOW -> Optional.of(Verdict.unhealthy(ProbeText.TIMEOUT));
      case ERROR -> Optional.of(status(target, 500));
    };
  }

  private static Verdict status(Target target, int status) {
    return target.accepts(status)
        ? Verdict.healthy()
        : Verdict.unhealthy(ProbeText.status(target.expected(), status));
  }
}
