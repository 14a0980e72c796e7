package dev.lockstep.plan;

import dev.lockstep.desire.Door;
import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.PoolMembers;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteNames;
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
 * it has. What is in the way of a record set alone is reported, and the rest goes on.
 */
final class Admission {
  private final InstanceId instance;
  private final Estate estate;
  private final Commons commons;
  private final Claim claim;
  private final Findings findings;
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<Obstacle> obstaclesOfRecords = new ArrayList<>();

  private Admission(
      InstanceId instance, Estate estate, Commons commons, Claim claim, Findings findings) {
    this.instance = instance;
    this.estate = estate;
    this.commons = commons;
    this.claim = claim;
    this.findings = findings;
  }

  /** The site of a claim; empty when something is in the way, which is then reported. */
  static Optional<Site> of(
      Claim claim, InstanceId instance, Estate estate, Commons commons, Findings findings) {
    if (EndpointNotes.isDisabled(claim, findings)) {
      return Optional.empty();
    }
    Admission admission = new Admission(instance, estate, commons, claim, findings);
    Optional<Site> site = admission.site();
    admission.obstacles.forEach(obstacle -> obstacle.report(claim, findings));
    admission.obstaclesOfRecords.forEach(obstacle -> obstacle.report(claim, findings));
    return admission.obstacles.isEmpty() ? site : Optional.empty();
  }

  private Optional<Site> site() {
    Binding binding = claim.binding();
    SiteNames own = new SiteNames(names(), host());
    List<Element> frontends = FrontendChoice.of(claim, estate, obstacles::add);
    List<Door> doors = DoorChoice.of(claim, own, frontends, commons, estate, findings);
    doors.forEach(door -> checkListeners(door, own.key(Kind.LISTENER, door.variant())));
    Optional<PoolMembers> members = PoolChoice.of(claim, findings, obstacles);
    ProbeHostCheck.check(claim, obstacles::add);
    ListenerOptionsCheck.check(claim, estate.document(), obstacles::add);
    Optional<SecretId> secret = secret();
    RecordChoice dns = RecordChoice.of(claim, estate, frontends);
    obstacles.addAll(dns.ofHost());
    obstaclesOfRecords.addAll(dns.ofRecords());
    List<TrustedRoot> roots =
        new RootChoice(claim, names(), commons, estate, findings).roots(obstacles::add);
    ListenerLook.check(claim, secret, commons.trust(), estate, findings, obstacles::add);
    EndpointNotes.warn(claim, findings);
    if (doors.isEmpty() || members.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Site(
            binding.name(),
            binding.service(),
            host(),
            claim.endpoint().type(),
            claim.policy(),
            names(),
            estate.document().id(),
            members.get(),
            doors,
            secret.get(),
            roots,
            dns.records()));
  }

  private void checkListeners(Door door, ElementKey own) {
    int port = door.port().number();
    Stream.concat(
            estate.listeners().naming(door.frontend(), port, host()).stream(),
            estate.listeners().takingAll(door.frontend(), port).stream())
        .distinct()
        // Named as ours would be: that is a collision of names, and reported as one.
        .filter(listener -> !listener.key().equals(own))
        .forEach(listener -> checkListener(listener, port));
  }

  private void checkListener(Element listener, int port) {
    String name = "foreign listener '" + listener.key().name() + "'";
    if (listener.key().collection().equals("listeners")) {
      block(
          BlockCode.LISTENER_COLLISION,
          name + " takes all of port " + port + " for TCP or TLS",
          "move that listener to another port or frontend");
      return;
    }
    // A wildcard that takes the host name is a matter of rule order and claim: see RulePlaces.
    block(
        BlockCode.LISTENER_COLLISION,
        name + " already answers for " + host() + " on port " + port,
        "remove that listener with its rule, or publish " + host() + " on another frontend");
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
