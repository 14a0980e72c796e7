package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;

/** Private and public DNS: each has its own zones and its own answer for the same name. */
enum ZoneKind {
  PRIVATE(Zone.PRIVATE, "private", "dns.private"),
  PUBLIC(Zone.PUBLIC, "public", "dns.public");

  private final String type;
  private final String word;
  private final String setting;

  ZoneKind(String type, String word, String setting) {
    this.type = type;
    this.word = word;
    this.setting = setting;
  }

  /** The kind of a zone. */
  static ZoneKind of(ResourceId zone) {
    return zone.isOfType(Zone.PUBLIC) ? PUBLIC : PRIVATE;
  }

  /** {@code private} or {@code public}. */
  String word() {
    return word;
  }

  /** The setting that says what is wanted, as the configuration writes it. */
  String setting() {
    return setting;
  }

  /** Whether the policy wants records in zones of this kind. */
  boolean isWantedBy(DnsPolicy dns) {
    return this == PRIVATE ? dns.inPrivate() != PrivateDns.NONE : dns.inPublic() != PublicDns.NONE;
  }

  /**
   * The binding's zones that hold the host name: those with the longest name. Several of one name
   * (linked to different networks) hold it all of them.
   */
  List<ResourceId> holding(HostName host, Binding binding) {
    List<ResourceId> fitting =
        binding.zones().stream()
            .filter(zone -> zone.isOfType(type) && host.isWithin(zone.name()))
            .distinct()
            .toList();
    int longest = fitting.stream().mapToInt(zone -> zone.name().length()).max().orElse(0);
    return fitting.stream().filter(zone -> zone.name().length() == longest).toList();
  }
}
