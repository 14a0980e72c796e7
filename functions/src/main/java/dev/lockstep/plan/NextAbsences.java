package dev.lockstep.plan;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Carries absences from one look to the next. */
final class NextAbsences {
  private NextAbsences() {}

  static Absences of(PlanInput input) {
    Optional<GatewayDocument> document = input.observation().gateway().asValue();
    if (document.isEmpty()) {
      return input.absences();
    }
    Estate estate = Estate.of(input, document.get());
    Instant now = input.observation().at();
    Map<Absences.Key, Instant> next = new HashMap<>();
    for (Source source : Sources.of(input, estate, new Findings())) {
      ResourceId service = source.binding().service();
      if (source instanceof Source.Held) {
        input.absences().firstMissing().entrySet().stream()
            .filter(entry -> entry.getKey().service().equals(service))
            .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
      }
      for (HostName host : MissingHosts.of(source, estate, input.instance())) {
        next.put(new Absences.Key(service, host), input.absences().of(service, host).orElse(now));
      }
    }
    return new Absences(next);
  }
}
