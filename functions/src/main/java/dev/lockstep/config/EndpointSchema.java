package dev.lockstep.config;

import dev.lockstep.model.PoolKind;
import java.time.Duration;
import java.util.List;

/** The properties of an endpoint type. */
final class EndpointSchema {
  private static final Shape UP_TO_A_DAY =
      new Shape.Span(Duration.ofSeconds(1), Duration.ofDays(1));
  private static final String SECONDS = "1 s to 24 h (applicationGateway.json 2024-01-01)";

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
              "What the health probe asks for.")
          .holding(new Shape.Text("/.*"));

  static final Property PROBE_INTERVAL =
      new Property(
              "probeInterval",
              "a duration",
              "by type, see below",
              SECONDS,
              "Time between two probes.")
          .holding(UP_TO_A_DAY);

  static final Property PROBE_TIMEOUT =
      new Property(
              "probeTimeout",
              "a duration",
              "by type, see below",
              SECONDS,
              "How long one probe may take; may be longer than the interval.")
          .holding(UP_TO_A_DAY);

  static final Property UNHEALTHY_THRESHOLD =
      new Property(
              "unhealthyThreshold",
              "a number",
              "`8`",
              "1 to 20 (applicationGateway.json 2024-01-01)",
              "Failed probes until the backend counts as unhealthy.")
          .holding(new Shape.Whole(1, 20));

  static final Property REQUEST_TIMEOUT =
      new Property(
              "requestTimeout",
              "a duration",
              "`PT180S`",
              "1 s to 24 h (Microsoft Learn, configuration-http-settings)",
              "How long the service may take to answer.")
          .holding(UP_TO_A_DAY);

  static final Property ALLOW_PUBLIC =
      new Property(
              "allowPublic",
              "true or false",
              "`false`",
              "",
              "Lets Management, Scm or ConfigurationApi stand on a public frontend.")
          .holding(Shape.FLAG);

  static final Property POOL =
      new Property(
              "pool",
              "`fqdn` or `address`",
              "`fqdn`",
              "a wildcard host name always goes by `address`",
              "How the backend pool names the service: by host name, or by its private addresses.")
          .holding(Shape.Choice.of(PoolKind.values(), PoolKind::wireName));

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
              "Redirects port 80 to the listener.")
          .holding(Shape.FLAG);

  static final Property WAF_POLICY =
      new Property(
              "wafPolicy",
              "the id of a Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
              "that of the gateway",
              "tier WAF_v2",
              "Firewall policy of the listener; Lockstep only refers to it.")
          .holding(
              Shape.Id.of("Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies"));

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
              "How long connections to a backend that leaves may go on.")
          .holding(new Shape.Span(Duration.ofSeconds(1), Duration.ofHours(1)));

  static final Property CLAIM =
      new Property(
              "claim",
              "true or false",
              "`false`",
              "",
              "Lets an exact host name be taken out of a wildcard listener that is not ours.")
          .holding(Shape.FLAG);

  static final List<Property> ALL =
      List.of(
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

  private EndpointSchema() {}
}
