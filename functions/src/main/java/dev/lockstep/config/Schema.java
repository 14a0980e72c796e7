package dev.lockstep.config;

import static dev.lockstep.config.Property.REQUIRED;

import java.util.List;

/** Every property of the bindings: what the parser knows, and what the reference page says. */
public final class Schema {
  private static final String SECONDS = "1 s to 24 h (applicationGateway.json 2024-01-01)";

  static final Property BINDINGS =
      new Property("bindings", "a list of bindings", REQUIRED, "", "What is published, and where.");

  static final Property NAME =
      new Property(
          "name",
          "a text",
          REQUIRED,
          "1 to 40 letters, digits, `.`, `_`, `-`; unique",
          "Names the binding in plans and journals.");
  static final Property SERVICE =
      new Property(
          "service",
          "the id of a Microsoft.ApiManagement/service",
          REQUIRED,
          "one binding per service and gateway",
          "The API Management service whose custom domains are the source of truth.");
  static final Property GATEWAY =
      new Property(
          "gateway",
          "the id of a Microsoft.Network/applicationGateways",
          REQUIRED,
          "tier Standard_v2 or WAF_v2",
          "The Application Gateway that publishes it.");
  static final Property ZONES =
      new Property(
          "zones",
          "a list of ids of Microsoft.Network/privateDnsZones or dnszones",
          "`[]`",
          "no id twice",
          "Zones that may hold the records; the longest matching name wins.");
  static final Property ENDPOINTS =
      new Property(
          "endpoints",
          "an object by endpoint type",
          "`{\"Proxy\": {}}`",
          "Proxy, DeveloperPortal, Management, Scm, ConfigurationApi",
          "Which endpoint types are published, and how; what is not named is not published.");
  static final Property CERTIFICATES =
      new Property(
          "certificates",
          "an object: host name to Key Vault secret id",
          "`{}`",
          "without version, below the cloud's vault suffix",
          "Certificates of host names that the service does not take from a vault itself.");
  static final Property TRUSTED_ROOTS =
      new Property(
          "trustedRoots",
          "a list of trusted roots",
          "`[]`",
          "",
          "Roots that the gateway must trust to reach the service; empty for a public authority.");
  static final Property PREFIX =
      new Property(
          "prefix",
          "a text",
          "`ls`",
          "1 to 10 lower-case letters, digits, `-`, beginning with a letter or digit",
          "First part of owned element names.");
  static final Property TTL =
      new Property(
          "ttl",
          "a number of seconds",
          "`300`",
          "1 to 2147483647 (Microsoft Learn, dns-zones-records)",
          "Time to live of DNS records.");
  static final Property MODE =
      new Property(
          "mode",
          "`plan`, `confirm` or `apply`",
          "`confirm`",
          "",
          "Whether plans are carried out: `plan`, only those that are confirmed by their hash;"
              + " `confirm`, all after the first one was confirmed; `apply`, all.");
  static final Property DELETE_POLICY =
      new Property(
          "deletePolicy",
          "`sync`, `upsert-only` or `create-only`",
          "`sync`",
          "",
          "Which changes may be made at all.");
  static final Property DELETE_CAP =
      new Property(
          "deleteCap",
          "an object",
          "`{\"hosts\": 5, \"percent\": 50}`",
          "",
          "How many host names may leave in one plan without confirmation; one always may.");
  static final Property REMOVE_AFTER =
      new Property(
          "removeAfter",
          "a duration",
          "`PT60S`",
          "1 s to 7 days",
          "How long a host name must be gone, over two complete reads, before it is removed.");

  static final Property DNS =
      new Property(
          "dns",
          "an object",
          "`{\"private\": \"service\", \"public\": \"none\"}`",
          "",
          "Which DNS records the host names get.");
  static final Property REGIONS =
      new Property(
          "regions",
          "a list of location names",
          "all regions",
          "such as `westeurope`; counts for Proxy by address only",
          "Regions of the service whose gateway receives traffic.");

  static final Property FRONTEND =
      new Property(
          "frontend",
          "the name of a frontend IP configuration, or `public`, `private` or `both`",
          "the only one there is",
          "Management, Scm and ConfigurationApi: private, unless `allowPublic`",
          "Where the listener stands.");
  static final Property PROBE_PATH =
      new Property(
          "probePath",
          "a path",
          "by type, see below",
          "begins with `/` (applicationGateway.json 2024-01-01)",
          "What the health probe asks for.");
  static final Property PROBE_INTERVAL =
      new Property(
          "probeInterval", "a duration", "by type, see below", SECONDS, "Time between two probes.");
  static final Property PROBE_TIMEOUT =
      new Property(
          "probeTimeout",
          "a duration",
          "by type, see below",
          SECONDS,
          "How long one probe may take; may be longer than the interval.");
  static final Property UNHEALTHY_THRESHOLD =
      new Property(
          "unhealthyThreshold",
          "a number",
          "`8`",
          "1 to 20 (applicationGateway.json 2024-01-01)",
          "Failed probes until the backend counts as unhealthy.");
  static final Property REQUEST_TIMEOUT =
      new Property(
          "requestTimeout",
          "a duration",
          "`PT180S`",
          "1 s to 24 h (Microsoft Learn, configuration-http-settings)",
          "How long the service may take to answer.");
  static final Property ALLOW_PUBLIC =
      new Property(
          "allowPublic",
          "true or false",
          "`false`",
          "",
          "Lets Management, Scm or ConfigurationApi stand on a public frontend.");

  static final Property POOL =
      new Property(
          "pool",
          "`fqdn` or `address`",
          "`fqdn`",
          "a wildcard host name always goes by `address`",
          "How the backend pool names the service: by host name, or by its private addresses.");
  static final Property PROBE_HOST =
      new Property(
          "probeHost",
          "a host name",
          "the host name itself",
          "required for a wildcard host name; one that the service answers",
          "The host name that the health probe asks for.");
  static final Property REDIRECT_HTTP =
      new Property(
          "redirectHttp",
          "true or false",
          "`false`",
          "not for wildcard host names (Microsoft Learn, multiple-site-overview)",
          "Redirects port 80 to the listener.");
  static final Property WAF_POLICY =
      new Property(
          "wafPolicy",
          "the id of a Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
          "that of the gateway",
          "tier WAF_v2",
          "Firewall policy of the listener; Lockstep only refers to it.");
  static final Property SSL_PROFILE =
      new Property(
          "sslProfile",
          "the name of an SSL profile on the gateway",
          "none",
          "",
          "SSL profile of the listener; Lockstep only refers to it.");
  static final Property DRAIN_TIMEOUT =
      new Property(
          "drainTimeout",
          "a duration",
          "draining stays as it is",
          "1 s to 1 h (applicationGateway.json 2024-01-01)",
          "How long connections to a backend that leaves may go on.");
  static final Property CLAIM =
      new Property(
          "claim",
          "true or false",
          "`false`",
          "",
          "Lets an exact host name be taken out of a wildcard listener that is not ours.");

  static final Property DNS_PRIVATE =
      new Property(
          "private",
          "`service`, `frontend` or `none`",
          "`service`",
          "`frontend` needs `pool: address` and a private frontend",
          "Where records in private zones point: at the service, at the gateway, or nowhere.");
  static final Property DNS_PUBLIC =
      new Property(
          "public",
          "`frontend`, `alias` or `none`",
          "`none`",
          "needs a public frontend",
          "Records in public zones: an A record with the frontend's address, an alias to its public"
              + " IP resource, or none.");

  static final Property EXISTING =
      new Property(
          "existing",
          "the name of a trusted root on the gateway",
          "",
          "either this or `data`",
          "A root that somebody else looks after.");
  static final Property DATA =
      new Property(
          "data",
          "a certificate, PEM or base64 of DER",
          "",
          "either this or `existing`; never a private key",
          "A root that is uploaded.");

  static final Property CAP_HOSTS =
      new Property("hosts", "a number", "`5`", "0 to 1000", "The largest number of host names.");
  static final Property CAP_PERCENT =
      new Property(
          "percent", "a number", "`50`", "0 to 100", "The largest share of those published.");

  private Schema() {}

  /** Properties of the whole text. */
  public static List<Property> root() {
    return List.of(BINDINGS);
  }

  /** Properties of a binding. */
  public static List<Property> binding() {
    return List.of(
        NAME,
        SERVICE,
        GATEWAY,
        ZONES,
        ENDPOINTS,
        CERTIFICATES,
        TRUSTED_ROOTS,
        PREFIX,
        TTL,
        MODE,
        DELETE_POLICY,
        DELETE_CAP,
        REMOVE_AFTER,
        DNS,
        REGIONS);
  }

  /** Properties of an endpoint type. */
  public static List<Property> endpoint() {
    return List.of(
        FRONTEND,
        PROBE_PATH,
        PROBE_INTERVAL,
        PROBE_TIMEOUT,
        UNHEALTHY_THRESHOLD,
        REQUEST_TIMEOUT,
        ALLOW_PUBLIC,
        POOL,
        PROBE_HOST,
        REDIRECT_HTTP,
        WAF_POLICY,
        SSL_PROFILE,
        DRAIN_TIMEOUT,
        CLAIM);
  }

  /** Properties of a trusted root. */
  public static List<Property> trustedRoot() {
    return List.of(EXISTING, DATA);
  }

  /** Properties of the DNS policy. */
  public static List<Property> dns() {
    return List.of(DNS_PRIVATE, DNS_PUBLIC);
  }

  /** Properties of the delete cap. */
  public static List<Property> deleteCap() {
    return List.of(CAP_HOSTS, CAP_PERCENT);
  }
}
