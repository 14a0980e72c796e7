package dev.lockstep.config;

import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PoolKind;
import java.util.Optional;

/** Reads what may be chosen for an endpoint type beyond the ordinary. */
final class EndpointOptionsParser {
  private EndpointOptionsParser() {}

  static EndpointOptions parse(Fields fields) {
    return new EndpointOptions(
        fields
            .choice(EndpointSchema.POOL, PoolKind.values(), PoolKind::wireName)
            .orElse(EndpointOptions.DEFAULT.pool()),
        probeHost(fields),
        fields.flag(EndpointSchema.REDIRECT_HTTP),
        fields.id(EndpointSchema.WAF_POLICY, "a firewall policy"),
        fields.text(EndpointSchema.SSL_PROFILE),
        fields.duration(EndpointSchema.DRAIN_TIMEOUT),
        fields.flag(EndpointSchema.CLAIM));
  }

  private static Optional<HostName> probeHost(Fields fields) {
    Optional<String> text = fields.text(EndpointSchema.PROBE_HOST);
    Optional<HostName> host = text.flatMap(HostName::tryParse).filter(h -> !h.isWildcard());
    if (text.isPresent() && host.isEmpty()) {
      fields.wrong(
          EndpointSchema.PROBE_HOST,
          Quoted.of(text.get()) + " is not an exact host name",
          "give one that the service answers, such as api.contoso.com");
    }
    return host;
  }
}
