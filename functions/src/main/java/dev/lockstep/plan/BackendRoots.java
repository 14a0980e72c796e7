package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.trust.BackendChains;
import dev.lockstep.trust.Pool;
import dev.lockstep.trust.PublicCertificate;
import dev.lockstep.trust.ServedChain;
import dev.lockstep.trust.Sight;
import dev.lockstep.trust.TrustChoice;
import dev.lockstep.trust.TrustChooser;
import dev.lockstep.trust.TrustSources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks {@code dev.lockstep.trust} which roots a setting needs, by what was seen. */
final class BackendRoots {
  private final Map<HostName, HostCertificates> seen;
  private final Instant at;
  private final Pool publicRoots;
  private final Pool known;
  private final boolean identity;
  private final boolean keeps;

  BackendRoots(PlanInput input, Estate estate) {
    this.seen = input.observation().certificates();
    this.at = input.observation().at();
    this.keeps = input.restraint().keepsRoots();
    this.publicRoots = input.publicRoots();
    this.known = seen.isEmpty() ? Pool.EMPTY : known(input, estate);
    this.identity =
        seen.isEmpty()
            || !estate.document().copy().path("identity").path("userAssignedIdentities").isEmpty();
  }

  /** Whether the gateway has an identity to read vaults with; true when nothing was looked at. */
  boolean canReadVaults() {
    return identity;
  }

  /** What was seen of the host name's certificates, if they were looked at. */
  Optional<HostCertificates> seen(HostName host) {
    return Optional.ofNullable(seen.get(host));
  }

  /** When it was seen. */
  Instant at() {
    return at;
  }

  /** The choice for the setting of a host name; empty when its certificates were not looked at. */
  Optional<TrustChoice> choice(Claim claim) {
    return seen(claim.host()).map(seen -> choice(claim, seen, mode(claim)));
  }

  /** Whether no setting may lose a root for now. */
  boolean keepsRoots() {
    return keeps;
  }

  /** The same if all roots had to be listed, public ones too. */
  Optional<TrustChoice> listing(Claim claim) {
    return seen(claim.host()).map(seen -> choice(claim, seen, BackendTrust.LISTED));
  }

  private TrustChoice choice(Claim claim, HostCertificates certificates, BackendTrust mode) {
    TrustSources sources = new TrustSources(known, publicRoots);
    return new TrustChooser(sources, at).choose(mode, chains(claim, certificates));
  }

  // Whoever names roots wants them listed, and listed roots may count alone: then all have to be.
  private static BackendTrust mode(Claim claim) {
    BackendTrust mode = claim.binding().trust().backendTrust();
    return mode == BackendTrust.AUTO && !claim.binding().trustedRoots().isEmpty()
        ? BackendTrust.LISTED
        : mode;
  }

  private static List<BackendChains> chains(Claim claim, HostCertificates certificates) {
    String host = claim.host().value();
    if (claim.endpoint().certificateSource().filter("Managed"::equalsIgnoreCase).isPresent()) {
      return List.of(BackendChains.managedByAzure(host, claim.service().location()));
    }
    List<BackendChains> chains = new ArrayList<>();
    for (Look look : certificates.presented()) {
      chains.add(
          new BackendChains(
              host, look.place(), false, presented(look), new Sight.Absent(), Optional.empty()));
    }
    chains.add(
        new BackendChains(
            host,
            "vault",
            false,
            new Sight.Absent(),
            upcoming(certificates),
            certificates.upcoming().flatMap(Reading::asValue).flatMap(VaultCertificate::created)));
    return chains;
  }

  private static Sight presented(Look look) {
    return look.chain() instanceof Reading.Known<List<Certificate>> known
        ? chain(known.value())
        : unread(look.chain().asFailure().orElseThrow());
  }

  // What the service will present: it may have another vault than the listener, or none.
  private static Sight upcoming(HostCertificates certificates) {
    if (certificates.upcoming().isEmpty()) {
      return new Sight.Absent();
    }
    Reading<VaultCertificate> newest = certificates.upcoming().get();
    if (newest instanceof Reading.Unread<VaultCertificate> unread) {
      return unread(unread.failure());
    }
    Certificate leaf = newest.asValue().orElseThrow().certificate();
    // What is presented already is presented with its chain.
    Optional<List<Certificate>> whole =
        Stream.concat(
                certificates.chain().stream().flatMap(c -> c.asValue().stream()),
                certificates.presented().stream().flatMap(l -> l.chain().asValue().stream()))
            .filter(chain -> chain.contains(leaf))
            .findFirst();
    if (whole.isPresent()) {
      List<Certificate> ordered = new ArrayList<>(whole.get());
      ordered.remove(leaf);
      ordered.add(0, leaf);
      return chain(ordered);
    }
    return PublicCertificate.tryParse(leaf.bytes())
        .<Sight>map(certificate -> new Sight.Seen(ServedChain.ofLeaf(certificate)))
        .orElseGet(BackendRoots::unreadable);
  }

  private static Sight chain(List<Certificate> certificates) {
    List<PublicCertificate> chain = parsed(certificates.stream()).toList();
    return chain.size() == certificates.size() && !chain.isEmpty()
        ? new Sight.Seen(ServedChain.presented(chain))
        : unreadable();
  }

  private static Sight unread(ReadFailure failure) {
    return new Sight.Unread(failure.message(), failure.remedy());
  }

  private static Sight unreadable() {
    return new Sight.Unread("a certificate cannot be parsed", "issue it again");
  }

  private static Stream<PublicCertificate> parsed(Stream<Certificate> certificates) {
    return certificates.map(c -> PublicCertificate.tryParse(c.bytes())).flatMap(Optional::stream);
  }

  /**
   * All issuers that are known, to whichever host name: what one of them brings to the gateway
   * would be known to all in the next plan.
   */
  private static Pool known(PlanInput input, Estate estate) {
    Set<Certificate> all = new LinkedHashSet<>();
    estate.document().elements(Kind.ROOT.collection()).stream()
        .map(root -> CertificateText.toDer(root.properties().path("data").asText("")))
        .flatMap(Optional::stream)
        .map(Certificate::new)
        .forEach(all::add);
    input.bindings().stream()
        .flatMap(binding -> binding.trustedRoots().stream())
        .filter(TrustedRoot.Uploaded.class::isInstance)
        .map(root -> new Certificate(((TrustedRoot.Uploaded) root).der()))
        .forEach(all::add);
    for (HostCertificates certificates : input.observation().certificates().values()) {
      all.addAll(certificates.pool());
      certificates.chain().flatMap(Reading::asValue).ifPresent(all::addAll);
      certificates.presented().forEach(look -> look.chain().asValue().ifPresent(all::addAll));
    }
    return Pool.of(parsed(all.stream()).sorted().toList());
  }
}
