package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of every request that reached the control plane, however workers died. */
final class Judgement {
  private static final String APP = "lockstep";
  private static final Set<Integer> OUR_FAULT = Set.of(400, 401, 403);

  private final List<AuditEntry> audit;

  Judgement(List<AuditEntry> audit) {
    this.audit = audit.stream().sorted(Comparator.comparing(AuditEntry::time)).toList();
  }

  /** Gateway writes of the app that were carried out, whatever the answer that came. */
  List<AuditEntry> puts() {
    return audit.stream().filter(Judgement::isOfApp).filter(Judgement::wroteGateway).toList();
  }

  /** Writes of the app that left everything as it was. */
  List<AuditEntry> idle() {
    return audit.stream()
        .filter(Judgement::isOfApp)
        .filter(AuditEntry::wrote)
        .filter(entry -> entry.hashBefore().equals(entry.hashAfter()))
        .toList();
  }

  /** Requests that the service refused because of what the app sent. */
  List<AuditEntry> wrong() {
    return audit.stream()
        .filter(Judgement::isOfApp)
        .filter(entry -> OUR_FAULT.contains(entry.status()) && entry.fault().isEmpty())
        .toList();
  }

  /** Deletions of the app of anything but record sets of host names that had been taken away. */
  List<AuditEntry> deletions(Set<String> retired) {
    return audit.stream()
        .filter(Judgement::isOfApp)
        .filter(entry -> entry.method().equals("DELETE") && entry.wrote())
        .filter(entry -> !retired.contains(hostOf(entry.resource())))
        .toList();
  }

  private static String hostOf(String record) {
    return record.substring(record.lastIndexOf('/') + 1) + ".contoso.com";
  }

  /** Gateway writes of the app that changed what others had made, and that no report tells of. */
  List<AuditEntry> silent(Site site, JsonNode state) {
    List<AuditEntry> silent = new ArrayList<>();
    for (AuditEntry put : puts()) {
      if (isOn(put, site)
          && !put.foreignHashBefore().equals(put.foreignHashAfter())
          && !isReported(put.time(), state)) {
        silent.add(put);
      }
    }
    return silent;
  }

  private static boolean isReported(Instant at, JsonNode state) {
    for (JsonNode report : state.at("/writing/overtaking/reports")) {
      Instant from = Instant.parse(report.at("/window/from").asText());
      Instant until = Instant.parse(report.at("/window/until").asText());
      if (!at.isBefore(from) && !at.isAfter(until.plusSeconds(5))) {
        return true;
      }
    }
    return false;
  }

  /** How often a gateway write of the app was refused since somebody else had written. */
  long honoured() {
    return audit.stream()
        .filter(Judgement::isOfApp)
        .filter(entry -> entry.method().equals("PUT") && entry.status() == 412)
        .count();
  }

  /** How many writes changed what others had made. */
  long overtaken() {
    return puts().stream()
        .filter(put -> !put.foreignHashBefore().equals(put.foreignHashAfter()))
        .count();
  }

  /**
   * Gateway writes of the app that came while one of its own was still being carried out, with
   * nobody else's between them that would have ended it.
   *
   * @param latency the shortest time that a gateway write takes
   */
  List<String> overlapping(Duration latency) {
    Map<String, Optional<AuditEntry>> running = new HashMap<>();
    List<String> overlapping = new ArrayList<>();
    for (AuditEntry entry : audit.stream().filter(Judgement::wroteGateway).toList()) {
      Optional<AuditEntry> before = running.getOrDefault(entry.resource(), Optional.empty());
      if (isOfApp(entry)
          && before.filter(one -> entry.time().isBefore(one.time().plus(latency))).isPresent()) {
        overlapping.add(before.orElseThrow().time() + " and " + entry.toJson());
      }
      running.put(entry.resource(), Optional.of(entry).filter(Judgement::isOfApp));
    }
    return overlapping;
  }

  private static boolean isOfApp(AuditEntry entry) {
    return entry.principalName().equals(APP);
  }

  private static boolean isOn(AuditEntry entry, Site site) {
    return entry.resource().equalsIgnoreCase(site.gateway());
  }

  private static boolean wroteGateway(AuditEntry entry) {
    return entry.method().equals("PUT")
        && entry.resource().contains("/applicationgateways/")
        && entry.operationId().isPresent();
  }
}
