package dev.lockstep.simulator.dns;

import java.util.List;
import java.util.Locale;

/**
 * Private and public DNS: the same idea, written differently (recordings privatedns-*,
 * publicdns-*).
 */
public enum ZoneKind {
  PRIVATE("privateDnsZones", "privateDnsZones", "ttl"),
  PUBLIC("dnsZones", "dnszones", "TTL");

  private final String type;
  private final String shown;
  private final String ttl;

  ZoneKind(String type, String shown, String ttl) {
    this.type = type;
    this.shown = shown;
    this.ttl = ttl;
  }

  /** Full type of a zone. */
  public String zoneType() {
    return "Microsoft.Network/" + type;
  }

  /** The type as answers write it in ids and types of record sets. */
  String shownType() {
    return "Microsoft.Network/" + shown;
  }

  /** The name of the TTL property. */
  String ttl() {
    return ttl;
  }

  /** The name of the property that holds the records of a kind. */
  String property(RecordKind kind) {
    // The OpenAPI file of public DNS capitalises all but this one.
    boolean asIs = this == PRIVATE || kind == RecordKind.CAA;
    return asIs ? kind.property() : capitalised(kind.property());
  }

  /** Kinds of records that a zone of this kind takes. */
  List<RecordKind> kinds() {
    return List.of(RecordKind.values()).stream()
        .filter(kind -> this == PUBLIC || (kind != RecordKind.NS && kind != RecordKind.CAA))
        .toList();
  }

  private static String capitalised(String property) {
    // Public DNS writes ARecords, CNAMERecord, SOARecord: the type in capitals.
    int end = property.indexOf("Record");
    return property.substring(0, end).toUpperCase(Locale.ROOT) + property.substring(end);
  }
}
