package dev.lockstep.config;

import static dev.lockstep.config.Property.REQUIRED;

import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every property of the bindings: what the parser knows, and what the reference page says. */
public final class Schema {

  static final Property SCHEMA =
      new Property(
              "$schema",
              "a URI",
              "",
              "",
              "Tells editors where the JSON Schema is; Lockstep does not read it.")
          .holding(Shape.IGNORED);
  static final Property BINDINGS =
      new Property("bindings", "a list of bindings", REQUIRED, "", "What is published, and where.")
          .holding(Shape.Many.of(new Shape.Group("binding")));

  static final Property DISCOVERY =
      new Property(
              "discovery",
              "an object",
              "nothing is discovered",
              "",
              "Lets services that carry a tag be planned without a binding of their own.")
          .holding(new Shape.Group("discovery"));

  static final Property NAME =
      new Property(
              "name",
              "a text",
              REQUIRED,
              "1 to 40 letters, digits, `.`, `_`, `-`; unique",
              "Names the binding in plans and journals.")
          .holding(new Shape.Text("[A-Za-z0-9._-]{1,40}"));
  static final Property SERVICE =
      new Property(
              "service",
              "the id of a Microsoft.ApiManagement/service",
              REQUIRED,
              "one binding per service and gateway",
              "The API Management service whose custom domains are the source of truth.")
          .holding(Shape.Id.of("Microsoft.ApiManagement/service"));
  static final Property GATEWAY =
      new Property(
              "gateway",
              "the id of a Microsoft.Network/applicationGateways",
              REQUIRED,
              "tier Standard_v2 or WAF_v2",
              "The Application Gateway that publishes it.")
          .holding(Shape.Id.of("Microsoft.Network/applicationGateways"));
  static final Property ZONES =
      new Property(
              "zones",
              "a list of ids of Microsoft.Network/privateDnsZones or dnszones",
              "`[]`",
              "no id twice",
              "Zones that may hold the records; the longest matching name wins.")
          .holding(Shape.Many.of(Shape.Id.of(Zone.PRIVATE, Zone.PUBLIC)));
  static final Property ENDPOINTS =
      new Property(
              "endpoints",
              "an object by endpoint type",
              "`{\"Proxy\": {}}`",
              "Proxy, DeveloperPortal, Management, Scm, ConfigurationApi",
              "Which endpoint types are published, and how; what is not named is not published.")
          .holding(new Shape.ByEndpointType(new Shape.Group("endpoint")));
  static final Property CERTIFICATES =
      new Property(
              "certificates",
              "an object: host name to Key Vault secret id",
              "`{}`",
              "without version, below the cloud's vault suffix",
              "Certificates of host names that the service does not take from a vault itself.")
          .holding(
              new Shape.ByName(
                  new Shape.Text(
                      "[hH][tT]{2}[pP][sS]://[A-Za-z0-9.-]+/[sS][eE][cC][rR][eE][tT][sS]/[A-Za-z0-9-]{1,127}/?")));
  static final Property TRUSTED_ROOTS =
      new Property(
              "trustedRoots",
              "a list of trusted roots",
              "`[]`",
              "",
              "Roots that the gateway must trust to reach the service, beside those that are found out.")
          .holding(Shape.Many.of(new Shape.Group("trustedRoot")));
  static final Property PREFIX =
      new Property(
              "prefix",
              "a text",
              "`ls`",
              "1 to 10 lower-case letters, digits, `-`, beginning with a letter or digit",
              "First part of owned element names.")
          .holding(new Shape.Text("[a-z0-9][a-z0-9-]{0,9}"));
  static final Property TTL =
      new Property(
              "ttl",
              "a number of seconds",
              "`300`",
              "1 to 2147483647 (Microsoft Learn, dns-zones-records)",
              "Time to live of DNS records.")
          .holding(new Shape.Whole(1, Integer.MAX_VALUE));
  static final Property MODE =
      new Property(
              "mode",
              "`plan`, `confirm` or `apply`",
              "`confirm`",
              "",
              "Whether plans are carried out: `plan`, only those that are confirmed by their hash;"
                  + " `confirm`, all after the first one was confirmed; `apply`, all.")
          .holding(Shape.Choice.of(Mode.values(), Mode::wireName));
  static final Property DELETE_POLICY =
      new Property(
              "deletePolicy",
              "`sync`, `upsert-only` or `create-only`",
              "`sync`",
              "",
              "Which changes may be made at all.")
          .holding(Shape.Choice.of(DeletePolicy.values(), DeletePolicy::wireName));
  static final Property DELETE_CAP =
      new Property(
              "deleteCap",
              "an object",
              "`{\"hosts\": 5, \"percent\": 50}`",
              "",
              "How many host names may leave in one plan without confirmation; one always may.")
          .holding(new Shape.Group("deleteCap"));
  static final Property REMOVE_AFTER =
      new Property(
              "removeAfter",
              "a duration",
              "`PT60S`",
              "1 s to 7 days",
              "How long a host name must be gone, over two complete reads, before it is removed.")
          .holding(new Shape.Span(Duration.ofSeconds(1), Duration.ofDays(7)));

  static final Property FREEZE =
      new Property(
              "freeze",
              "a list of freeze windows",
              "`[]`",
              "",
              "When nothing of the binding is changed, and no confirmation lifts that.")
          .holding(Shape.Many.of(new Shape.Group("freeze")));
  static final Property DNS =
      new Property(
              "dns",
              "an object",
              "`{\"private\": \"service\", \"public\": \"none\"}`",
              "",
              "Which DNS records the host names get.")
          .holding(new Shape.Group("dns"));
  static final Property REGIONS =
      new Property(
              "regions",
              "a list of location names",
              "all regions",
              "such as `westeurope`; counts for Proxy by address only",
              "Regions of the service whose gateway receives traffic.")
          .holding(Shape.Many.of(Shape.TEXT));

  static final Property DNS_PRIVATE =
      new Property(
              "private",
              "`service`, `frontend` or `none`",
              "`service`",
              "`frontend` needs `pool: address` and a private frontend",
              "Where records in private zones point: at the service, at the gateway, or nowhere.")
          .holding(Shape.Choice.of(PrivateDns.values(), PrivateDns::wireName));
  static final Property DNS_PUBLIC =
      new Property(
              "public",
              "`frontend`, `alias` or `none`",
              "`none`",
              "needs a public frontend",
              "Records in public zones: an A record with the frontend's address, an alias to its public"
                  + " IP resource, or none.")
          .holding(Shape.Choice.of(PublicDns.values(), PublicDns::wireName));

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
      new Property("hosts", "a number", "`5`", "0 to 1000", "The largest number of host names.")
          .holding(new Shape.Whole(0, 1000));
  static final Property CAP_PERCENT =
      new Property(
              "percent", "a number", "`50`", "0 to 100", "The largest share of those published.")
          .holding(new Shape.Whole(0, 100));

  private Schema() {}

  /** Properties of the whole text. */
  public static List<Property> root() {
    return List.of(SCHEMA, BINDINGS, DISCOVERY);
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
        TrustSchema.BACKEND_TRUST,
        TrustSchema.TRUST_BUNDLE,
        TrustSchema.READ_CHAIN,
        TrustSchema.PRESENTED_CHAIN,
        PREFIX,
        TTL,
        MODE,
        DELETE_POLICY,
        DELETE_CAP,
        REMOVE_AFTER,
        DNS,
        REGIONS,
        FREEZE);
  }

  /** Properties of an endpoint type. */
  public static List<Property> endpoint() {
    return EndpointSchema.ALL;
  }

  /** Properties of a trusted root. */
  public static List<Property> trustedRoot() {
    return List.of(EXISTING, DATA);
  }

  /** Properties of a trust bundle. */
  public static List<Property> trustBundle() {
    return TrustSchema.BUNDLE;
  }

  /** Properties of the DNS policy. */
  public static List<Property> dns() {
    return List.of(DNS_PRIVATE, DNS_PUBLIC);
  }

  /** Properties of a freeze window. */
  public static List<Property> freeze() {
    return FreezeSchema.ALL;
  }

  /** Properties of tag discovery. */
  public static List<Property> discovery() {
    return DiscoverySchema.ALL;
  }

  /** Every list of properties below the root, by the name that {@link Shape.Group} uses. */
  public static SortedMap<String, List<Property>> groups() {
    return new TreeMap<>(
        Map.of(
            "binding", binding(),
            "deleteCap", deleteCap(),
            "discovery", discovery(),
            "dns", dns(),
            "endpoint", endpoint(),
            "freeze", freeze(),
            "trustBundle", trustBundle(),
            "trustedRoot", trustedRoot()));
  }

  /** Properties of the delete cap. */
  public static List<Property> deleteCap() {
    return List.of(CAP_HOSTS, CAP_PERCENT);
  }
}
