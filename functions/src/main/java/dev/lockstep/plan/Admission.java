package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustedRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a claimed host name can be published, and gathers what its elements need. All
 * obstacles are reported, not only the first; a host name with an obstacle keeps the elements that
 * it has.
 */
final class Admission {
  private final InstanceId instance;
  private final Estate estate;
  private final Site.Port port;
  private final Claim claim;
  private final List<Obstacle> obstacles = new ArrayList<>();

  private Admission(InstanceId instance, Estate estate, Site.Port port, Claim claim) {
    this.instance = instance;
    this.estate = estate;
    this.port = port;
    this.claim = claim;
  }

  /** The site of a claim; empty when something is in the way, which is then reported. */
  static Optional<Site> of(
      Claim claim, InstanceId instance, Estate estate, Site.Port port, Findings findings) {
    Admission admission = new Admission(instance, estate, port, claim);
    Optional<Site> site = admission.site();
    admission.obstacles.forEach(obstacle -> obstacle.report(claim, findings));
    return admission.obstacles.isEmpty() ? site : Optional.empty();
  }

  private Optional<Site> site() {
    Binding binding = claim.binding();
    HostName host = host();
    if (host.isWildcard()) {
      block(
          BlockCode.WILDCARD_UNSUPPORTED,
          host + " is a wildcard",
          "name the host names one by one in the service");
      return Optional.empty();
    }
    Optional<ElementKey> frontend = FrontendChoice.of(claim, estate, obstacles::add);
    frontend.ifPresent(this::checkListeners);
    Optional<SecretId> secret = secret();
    Optional<WantedRecord> record = ZoneChoice.of(claim, instance, estate, obstacles::add);
    checkRoots(binding);
    if (frontend.isEmpty() || secret.isEmpty() || record.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Site(
            binding.name(),
            binding.service(),
            host,
            claim.endpoint().type(),
            binding.endpoints().get(claim.endpoint().type()),
            names(),
            estate.document().id(),
            frontend.get(),
            port,
            secret.get(),
            binding.trustedRoots(),
            record.get()));
  }

  private void checkListeners(ElementKey frontend) {
    Stream.of("httpListeners", "listeners")
        .flatMap(collection -> estate.foreign(collection).stream())
        .filter(listener -> estate.isOnHttpsOf(frontend, listener))
        // Named as ours would be: that is a collision of names, and reported as one.
        .filter(listener -> !listener.key().equals(names().key(Kind.LISTENER, host().value())))
        .forEach(this::checkListener);
  }

  private void checkListener(Element listener) {
    String name = "foreign listener '" + listener.key().name() + "'";
    if (listener.key().collection().equals("listeners")) {
      block(
          BlockCode.LISTENER_COLLISION,
          name + " takes all of port " + Site.Port.NUMBER + " for TCP or TLS",
          "move that listener to another port or frontend");
      return;
    }
    // A wildcard that takes the host name is a matter of rule order and claim: see RulePlaces.
    if (ListenerHosts.names(listener, host())) {
      block(
          BlockCode.LISTENER_COLLISION,
          name + " already answers for " + host() + " on port " + Site.Port.NUMBER,
          "remove that listener with its rule, or publish " + host() + " on another frontend");
    }
  }

  private Optional<SecretId> secret() {
    HostName host = host();
    Optional<String> url =
        Optional.ofNullable(claim.binding().certificates().get(host))
            .or(claim.endpoint()::secretId);
    if (url.isEmpty()) {
      block(
          BlockCode.CERTIFICATE_MISSING,
          claim.service().id().name() + " takes the certificate of " + host + " from no vault",
          "add the secret's id to certificates[\"" + host + "\"], or let the service use one");
      return Optional.empty();
    }
    Optional<SecretId> secret = url.flatMap(SecretId::tryParse);
    if (secret.isEmpty()) {
      block(
          BlockCode.CERTIFICATE_MISSING,
          "'" + url.get() + "' is not the id of a Key Vault secret",
          "use https://<vault>/secrets/<name>");
    } else if (secret.get().version().isPresent()) {
      block(
          BlockCode.CERTIFICATE_VERSIONED,
          "the secret of " + host + " is pinned to version " + secret.get().version().get(),
          "use " + secret.get().versionless() + " in the service or in certificates");
    }
    return secret;
  }

  private void checkRoots(Binding binding) {
    for (TrustedRoot root : binding.trustedRoots()) {
      if (root instanceof TrustedRoot.Existing existing
          && estate
              .document()
              .element(new ElementKey("trustedRootCertificates", existing.name()))
              .isEmpty()) {
        block(
            BlockCode.TRUSTED_ROOT_UNKNOWN,
            "the gateway has no trusted root '" + existing.name() + "'",
            "upload it, or give its data in trustedRoots");
      }
    }
  }

  private ElementNames names() {
    return new ElementNames(claim.binding().prefix(), instance);
  }

  private HostName host() {
    return claim.host();
  }

  private void block(BlockCode code, String reason, String remedy) {
    obstacles.add(new Obstacle(code, reason, remedy));
  }
}
