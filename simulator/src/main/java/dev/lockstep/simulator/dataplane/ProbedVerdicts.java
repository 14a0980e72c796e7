package dev.lockstep.simulator.dataplane;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.dataplane.gateway.GatewayProxy;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.health.ServerVerdicts;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.health.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Backend health from real probes: a question starts them, the answer tells what they found. */
record ProbedVerdicts(Gateways gateways) implements ServerVerdicts {

  @Override
  public Verdict of(Target target, String pool, String server, boolean isName) {
    Pair pair = new Pair(pool, Parts.name(target.settings()));
    return gateways
        .find(target.gateway())
        .flatMap(proxy -> proxy.verdict(pair, server))
        .orElseGet(Verdict::unknown);
  }

  @Override
  public CompletableFuture<Verdict> trial(Target target, String server, boolean isName) {
    return gateways
        .find(target.gateway())
        .map(proxy -> proxy.trial(target, server, isName))
        .orElseGet(() -> CompletableFuture.completedFuture(Verdict.unknown()));
  }

  @Override
  public BooleanSupplier begin(Gateway gateway) {
    return gateways.find(gateway).map(GatewayProxy::demand).orElse(() -> true);
  }
}
