package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a gateway knows of names: the last good answer for each, kept until the gateway is written
 * again (Microsoft Learn, application-gateway-backend-health-troubleshooting). So a name that moves
 * is found at its old address until then.
 */
public final class LastGoodAnswers {
  private final Names names;
  private final Optional<ResourceId> network;
  private final Map<String, Answer> good = new ConcurrentHashMap<>();

  /** An empty cache of a gateway in a network. */
  public LastGoodAnswers(Names names, Optional<ResourceId> network) {
    this.names = names;
    this.network = network;
  }

  /** The kept answer, else one asked for now; a bad one is not kept. */
  public Answer resolve(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Optional<Answer> kept = Optional.ofNullable(good.get(key));
    if (kept.isPresent()) {
      return kept.get();
    }
    Answer answer = names.resolve(network, key);
    if (answer instanceof Answer.Addresses) {
      good.put(key, answer);
    }
    return answer;
  }
}
