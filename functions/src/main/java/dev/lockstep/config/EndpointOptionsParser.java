package dev.lockstep.config;

import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.ResourceId;
import java.time.Duration;
import java.util.Optional;

/** Reads what may be chosen for an endpoint type beyond the ordinary. */
final class EndpointOptionsParser {
  private static final String WAF_TYPE =
      "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies";

  private EndpointOptionsParser() {}

  static EndpointOptions parse(Fields fields) {
    return new EndpointOptions(
        fields
            .choice(Schema.POOL, PoolKind.values(), PoolKind::wireName)
            .orElse(EndpointOptions.DEFAULT.pool()),
        probeHost(fields),
        fields.flag(Schema.REDIRECT_HTTP),
        wafPolicy(fields),
        fields.text(Schema.SSL_PROFILE),
        fields.duration(Schema.DRAIN_TIMEOUT, Duration.ofSeconds(1), Duration.ofHours(1)),
        fields.flag(Schema.CLAIM));
  }

  private static Optional<HostName> probeHost(Fields fields) {
    Optional<String> text = fields.text(Schema.PROBE_HOST);
    Optional<HostName> host = text.flatMap(HostName::tryParse).filter(h -> !h.isWildcard());
    if (text.isPresent() && host.isEmpty()) {
      fields.wrong(
          Schema.PROBE_HOST,
          "'" + text.get() + "' is not an exact host name",
          "give one that the service answers, such as api.contoso.com");
    }
    return host;
  }

  private static Optional<ResourceId> wafPolicy(Fields fields) {
    Optional<String> text = fields.text(Schema.WAF_POLICY);
    Optional<ResourceId> id = text.flatMap(ResourceId::tryParse).filter(i -> i.isOfType(WAF_TYPE));
    if (text.isPresent() && id.isEmpty()) {
      fields.wrong(
          Schema.WAF_POLICY,
          "'" + text.get() + "' is not the id of a firewall policy",
          "use /subscriptions/<id>/resourceGroups/<group>/providers/" + WAF_TYPE + "/<name>");
    }
    return id;
  }
}
