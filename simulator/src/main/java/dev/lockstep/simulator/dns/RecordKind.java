package dev.lockstep.simulator.dns;

/** Types of record sets, with the property that holds their records in private DNS. */
public enum RecordKind {
  A("aRecords", true),
  AAAA("aaaaRecords", true),
  CAA("caaRecords", true),
  CNAME("cnameRecord", false),
  MX("mxRecords", true),
  NS("nsRecords", true),
  PTR("ptrRecords", true),
  SOA("soaRecord", false),
  SRV("srvRecords", true),
  TXT("txtRecords", true);

  private final String property;
  private final boolean many;

  RecordKind(String property, boolean many) {
    this.property = property;
    this.many = many;
  }

  String property() {
    return property;
  }

  /** Whether a set of this type holds a list of records. */
  boolean many() {
    return many;
  }
}
