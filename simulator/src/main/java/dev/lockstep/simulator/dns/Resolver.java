package dev.lockstep.simulator.dns;

import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a virtual network resolves a name: the most specific linked private zone owns it, missing
 * records included; else the public zones. With DNS servers of its own the network sees no private
 * zone (Microsoft Learn, private-dns).
 */
public final class Resolver {
  /** A chain of aliases longer than this is a loop. */
  private static final int LONGEST_CHAIN = 8;

  private final Resources resources;

  /** A resolver over the zones of a world. */
  public Resolver(Resources resources) {
    this.resources = resources;
  }

  /** What the resolver of a virtual network answers for the addresses of a name. */
  public Answer resolve(ResourceId network, String name) {
    return resolve(network, bare(name), LONGEST_CHAIN);
  }

  private Answer resolve(ResourceId network, String name, int left) {
    Optional<Zone> zone = owner(network, name);
    if (zone.isEmpty() || left == 0) {
      return new Answer.Unknown();
    }
    Optional<RecordSet> addresses = find(zone.get(), name, RecordKind.A);
    if (addresses.isPresent() && !addresses.get().addresses().isEmpty()) {
      return new Answer.Addresses(addresses.get().addresses());
    }
    return find(zone.get(), name, RecordKind.CNAME)
        .flatMap(RecordSet::canonicalName)
        .map(target -> resolve(network, bare(target), left - 1))
        .orElseGet(() -> new Answer.NoSuchName(zone.get().id().name()));
  }

  private Optional<Zone> owner(ResourceId network, String name) {
    List<Zone> zones =
        resources.all(Zone.class).stream().filter(zone -> holds(zone, name)).toList();
    Optional<Zone> linked =
        ownServers(network)
            ? Optional.empty()
            : zones.stream()
                .filter(zone -> zone.kind() == ZoneKind.PRIVATE && linked(zone, network))
                .max(Comparator.comparingInt(zone -> zone.id().name().length()));
    return linked.or(
        () ->
            zones.stream()
                .filter(zone -> zone.kind() == ZoneKind.PUBLIC)
                .max(Comparator.comparingInt(zone -> zone.id().name().length())));
  }

  private boolean linked(Zone zone, ResourceId network) {
    return resources.all(Link.class).stream()
        .anyMatch(link -> link.id().parent().sameAs(zone.id()) && link.to(network));
  }

  private boolean ownServers(ResourceId network) {
    return resources
        .find(network)
        .map(Resource::document)
        .map(document -> Json.texts(document, "properties", "dhcpOptions", "dnsServers"))
        .filter(servers -> !servers.isEmpty())
        .isPresent();
  }

  /** The record set of the name itself, else of the nearest wildcard above it. */
  private Optional<RecordSet> find(Zone zone, String name, RecordKind kind) {
    String relative = relative(zone, name);
    Optional<RecordSet> exact = set(zone, relative, kind);
    if (exact.isPresent() || relative.equals("@")) {
      return exact;
    }
    boolean otherKind =
        zone.kind().kinds().stream().anyMatch(other -> set(zone, relative, other).isPresent());
    if (otherKind) {
      return Optional.empty();
    }
    String rest = relative;
    while (true) {
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
      Optional<RecordSet> wild = set(zone, rest.isEmpty() ? "*" : "*." + rest, kind);
      if (wild.isPresent() || rest.isEmpty()) {
        return wild;
      }
    }
  }

  private Optional<RecordSet> set(Zone zone, String relative, RecordKind kind) {
    return resources.find(zone.id().child(kind.name(), relative), RecordSet.class);
  }

  private static boolean holds(Zone zone, String name) {
    String domain = zone.id().name().toLowerCase(Locale.ROOT);
    return name.equals(domain) || name.endsWith("." + domain);
  }

  private static String relative(Zone zone, String name) {
    int end = name.length() - zone.id().name().length() - 1;
    return end < 0 ? "@" : name.substring(0, end);
  }

  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
