package dev.lockstep.limits;

import java.util.List;

/**
 * The limits of both v2 SKUs (Standard_v2 and WAF_v2) that a document alone can break. Left out:
 * "number of sites" (100, one per listener) is the same count as active listeners, instances are no
 * elements of the document, and no limit of probes, load distribution policies or TCP and TLS proxy
 * elements is documented.
 */
final class LimitTable {
  /** Counts of whole collections. */
  static final List<Limit> COLLECTIONS =
      List.of(
          Limit.of("frontendIPConfigurations", 4, "Frontend IP configurations"),
          Limit.of("frontendPorts", 100, "Frontend ports").withFootnote(),
          Limit.of("backendAddressPools", 100, "Backend address pools"),
          Limit.of("httpListeners", 200, "HTTP listeners").withFootnote(),
          Limit.of("requestRoutingRules", 400, "HTTP load-balancing rules").withFootnote(),
          Limit.of("backendHttpSettingsCollection", 100, "Backend HTTP settings").withFootnote(),
          Limit.of("sslCertificates", 100, "SSL certificates").withFootnote(),
          Limit.of("authenticationCertificates", 100, "Authentication certificates"),
          Limit.of("trustedRootCertificates", 100, "Trusted root certificates"),
          Limit.of("trustedClientCertificates", 200, "Maximum trusted client CA certificates"),
          Limit.of("redirectConfigurations", 100, "Redirect configurations").withFootnote(),
          Limit.of("rewriteRuleSets", 400, "Number of rewrite rule sets"),
          Limit.of("privateLinkConfigurations", 2, "Maximum Private Link Configurations"));

  /** Counts inside each element of a collection. */
  static final List<Nested> NESTED =
      List.of(
          nested("backendAddressPools", "backendAddresses", 1200, "Backend targets per pool"),
          nested("httpListeners", "hostNames", 5, "Host names per listener"),
          nested("urlPathMaps", "pathRules", 100, "Maximum path-based rules per URL map"),
          nested("sslProfiles", "trustedClientCertificates", 100, "100 per SSL Profile"),
          nested(
              "privateLinkConfigurations",
              "ipConfigurations",
              8,
              "Maximum Private Link IP Configurations"));

  /** Listeners that send traffic to a pool. */
  static final Limit ACTIVE_LISTENERS =
      Limit.of("httpListeners (active)", 100, "HTTP listeners, active").withFootnote();

  /** What a rewrite rule set changes, all of its rules together. */
  static final Limit REWRITE_ACTIONS =
      Limit.of(
          "rewriteRuleSets.actions",
          40,
          "Number of Header or URL configuration per rewrite rule set");

  /** The conditions of a rewrite rule set, all of its rules together. */
  static final Limit REWRITE_CONDITIONS =
      Limit.of("rewriteRuleSets.conditions", 40, "Number of conditions per rewrite rule set");

  /** Bytes of an uploaded certificate. */
  static final Limit CERTIFICATE_SIZE =
      Limit.of("sslCertificates.data", 16 * 1024, "SSL certificate size, v2");

  private LimitTable() {}

  /**
   * A limit of a list inside an element.
   *
   * @param collection the collection of the elements
   * @param property the list in the element's {@code properties}
   */
  record Nested(String collection, String property, Limit limit) {}

  private static Nested nested(String collection, String property, int max, String row) {
    return new Nested(collection, property, Limit.of(collection + "." + property, max, row));
  }
}
