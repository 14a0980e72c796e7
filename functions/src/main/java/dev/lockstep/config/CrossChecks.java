package dev.lockstep.config;

import dev.lockstep.model.Binding;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two properties of a binding say together. Only what is wrong whatever Azure answers: a
 * frontend that is given by its name may be public or private, and a host name may be a wildcard;
 * that is told in the plan.
 *
 * <pre>
 * what is set                                                | problem at
 * -----------------------------------------------------------+---------------------
 * dns.private frontend, an endpoint type's pool is fqdn      | its pool
 * dns.private frontend, every frontend is public             | dns.private
 * dns.public frontend or alias, every frontend is private    | dns.public
 * Management, Scm or ConfigurationApi on public or both,     | its frontend
 *   without allowPublic                                      |
 * </pre>
 */
final class CrossChecks {
  private static final Set<EndpointType> NEVER_PUBLIC =
      Set.of(EndpointType.MANAGEMENT, EndpointType.SCM, EndpointType.CONFIGURATION_API);

  private final Binding binding;
  private final Fields fields;

  private CrossChecks(Binding binding, Fields fields) {
    this.binding = binding;
    this.fields = fields;
  }

  static void check(Binding binding, Fields fields) {
    CrossChecks checks = new CrossChecks(binding, fields);
    new TreeMap<>(binding.endpoints()).forEach(checks::endpoint);
    checks.records();
  }

  private void endpoint(EndpointType type, EndpointPolicy policy) {
    String path = fields.at("endpoints." + type.wireName());
    // A pool that names a host whose record points at the gateway sends the gateway to itself.
    if (binding.dns().inPrivate() == PrivateDns.FRONTEND
        && policy.options().pool() == PoolKind.FQDN) {
      fields
          .problems()
          .add(
              path + ".pool",
              "is fqdn while dns.private is frontend: the gateway would forward to itself",
              "set \"pool\": \"address\", or \"dns\": {\"private\": \"service\"}");
    }
    boolean isPublic = is(policy, "public") || is(policy, "both");
    if (NEVER_PUBLIC.contains(type) && isPublic && !policy.allowPublic()) {
      fields
          .problems()
          .add(
              path + ".frontend",
              "would put " + type.wireName() + " on a public frontend",
              "use \"private\", or set \"allowPublic\": true if that is meant");
    }
  }

  private void records() {
    if (binding.dns().inPrivate() == PrivateDns.FRONTEND && all("public")) {
      fields
          .problems()
          .add(
              fields.at("dns.private"),
              "is frontend, and every endpoint stands on a public frontend only",
              "set \"frontend\": \"both\" or \"private\", or \"dns\": {\"private\": \"service\"}");
    }
    if (binding.dns().inPublic() != PublicDns.NONE && all("private")) {
      fields
          .problems()
          .add(
              fields.at("dns.public"),
              "is "
                  + binding.dns().inPublic().wireName()
                  + ", and every endpoint stands on a private frontend only",
              "set \"frontend\": \"both\" or \"public\", or \"dns\": {\"public\": \"none\"}");
    }
  }

  private boolean all(String word) {
    Map<EndpointType, EndpointPolicy> endpoints = binding.endpoints();
    return !endpoints.isEmpty() && endpoints.values().stream().allMatch(policy -> is(policy, word));
  }

  private static boolean is(EndpointPolicy policy, String word) {
    return policy.frontend().filter(word::equals).isPresent();
  }
}
