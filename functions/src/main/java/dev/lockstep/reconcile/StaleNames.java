package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.Reference;
import dev.lockstep.model.Zone;
import dev.lockstep.reconcile.state.Nudges;
import dev.lockstep.reconcile.state.Nudges.Suspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds backends that the gateway may look for in the wrong place: it keeps the last good answer of
 * DNS until it is written (Microsoft Learn, application-gateway-backend-health-troubleshooting).
 *
 * <pre>
 * since the gateway was written, | backend health of the   | then
 * the record set of the pool     | pair says               |
 * -------------------------------+-------------------------+--------------------------------------
 * is the same                    | -                       | nothing
 * has changed                    | Unhealthy, in two       | a nudge is wanted
 *                                | answers 30 s apart      |
 * has changed                    | anything else           | looked at once more, when all probes may
 *                                |                         | have failed; then when somebody asks
 * </pre>
 *
 * @param pace when health is looked at first
 * @param care how far apart the answers are
 */
record StaleNames(Pace pace, CarePace care) {
  /** Compares what the names lead to with what they led to when the gateway was written. */
  void observe(Session session, Observation seen, GatewayDocument gateway) {
    if (!gateway.isSettled() || session.flight().inFlight().isPresent()) {
      return;
    }
    Map<String, BackendPair> pairs = BackendPair.in(gateway, seen.owned());
    Map<String, String> names = new TreeMap<>();
    pairs
        .values()
        .forEach(pair -> look(pair, gateway, seen).ifPresent(a -> names.put(pair.name(), a)));
    Nudges nudges = session.aftercare().nudges();
    if (!nudges.etag().equals(gateway.etag())) {
      session.set(session.aftercare().with(nudges.on(gateway.etag(), names)));
      return;
    }
    Map<String, String> resolved = new TreeMap<>(names);
    resolved.putAll(nudges.resolved());
    resolved.keySet().retainAll(pairs.keySet());
    Map<String, Suspect> suspects = new TreeMap<>();
    names.forEach(
        (pair, now) -> {
          if (!now.equals(resolved.get(pair))) {
            suspects.put(
                pair,
                Optional.ofNullable(nudges.suspects().get(pair))
                    .filter(suspect -> suspect.leadsTo().equals(now))
                    .orElseGet(() -> suspect(session, pairs.get(pair), now)));
          }
        });
    session.set(session.aftercare().with(nudges.with(resolved, suspects)));
  }

  private Suspect suspect(Session session, BackendPair pair, String leadsTo) {
    look(session, session.now().plus(pace.healthAfter()));
    session
        .record()
        .note("the record set that leads to the backend of " + pair.host() + " changed");
    return new Suspect(
        pair.host().value(), leadsTo, session.now().plus(pair.patience()), Optional.empty());
  }

  /** Takes an answer on backend health. */
  void judge(Session session, Map<String, PairHealth> health) {
    Nudges nudges = session.aftercare().nudges();
    Instant now = session.now();
    Map<String, Suspect> suspects = new TreeMap<>();
    Optional<String> why = Optional.empty();
    Optional<Instant> next = Optional.empty();
    for (Map.Entry<String, Suspect> entry : nudges.suspects().entrySet()) {
      Suspect before = entry.getValue();
      boolean ill = health.get(entry.getKey()) == PairHealth.UNHEALTHY;
      Optional<Instant> since =
          ill ? Optional.of(before.unhealthySince().orElse(now)) : Optional.empty();
      suspects.put(entry.getKey(), before.unhealthy(since));
      if (since.filter(at -> !at.plus(care.between()).isAfter(now)).isPresent()) {
        why =
            Optional.of(
                "the record set of "
                    + before.host()
                    + " has changed since the gateway was written, and its backend is unhealthy");
      }
      if (since.filter(now::equals).isPresent()) {
        next = Optional.of(now.plus(care.between()));
      } else if (next.isEmpty() && now.isBefore(before.until())) {
        next = Optional.of(before.until());
      }
    }
    session.set(session.aftercare().with(nudges.suspecting(suspects)));
    if (why.isPresent()) {
      Nudger.want(session, why.get());
    } else {
      next.ifPresent(at -> look(session, at));
    }
  }

  /** Asks for backend health, unless that is done soon anyway. */
  private static void look(Session session, Instant at) {
    if (session.agenda().health().isEmpty()) {
      session.set(session.agenda().readingHealth(at, "a record set of a backend changed"));
    }
  }

  /** What the names of a pair's pool lead to; empty when it has none, or a zone was not read. */
  private static Optional<String> look(
      BackendPair pair, GatewayDocument gateway, Observation seen) {
    List<String> answers = new ArrayList<>();
    for (JsonNode rule : gateway.properties().path("requestRoutingRules")) {
      Optional<GatewayDocument.Element> pool =
          Reference.of(rule.path("properties"), "backendAddressPool", "backendAddressPools")
              .filter(key -> pair.elements().contains(key))
              .flatMap(gateway::element);
      if (pool.isPresent()) {
        for (JsonNode member : pool.get().properties().path("backendAddresses")) {
          HostName.tryParse(member.path("fqdn").asText(""))
              .flatMap(name -> answer(name, seen))
              .filter(answer -> !answers.contains(answer))
              .ifPresent(answers::add);
        }
      }
    }
    return answers.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", answers));
  }

  /** The private zones that hold the name; the gateway's network asks them first. */
  private static Optional<String> answer(HostName name, Observation seen) {
    return seen.zones().values().stream()
        .flatMap(reading -> reading.asValue().stream())
        .filter(zone -> zone.isPrivate() && name.isWithin(zone.name()))
        .max(java.util.Comparator.comparingInt(zone -> zone.name().length()))
        .map(zone -> name.value() + "=" + addresses(zone, name));
  }

  private static String addresses(Zone zone, HostName name) {
    return zone.records().stream()
        .filter(record -> record.type().equals("A"))
        .filter(record -> record.name().equalsIgnoreCase(name.relativeTo(zone.name())))
        .map(RecordSet::addresses)
        .findFirst()
        .map(addresses -> String.join(",", addresses.stream().sorted().toList()))
        .orElse("nothing");
  }
}
