package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.state.Renewal.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of a renewal.
 *
 * @param seen what was seen in this run
 */
record RenewalWords(Observation seen) {
  private static final String GATEWAY_CLOCK =
      "the gateway reads the vault every four hours and whenever it is written";
  private static final String SERVICE_CLOCK =
      "API Management takes a new version by itself, within hours that nobody documents";

  String noticed(HostName host, Renewal renewal) {
    return "%s: the newest certificate in the vault is %s; %s"
        .formatted(host.shown(), renewal.wanted(), state(host, renewal));
  }

  static String over(HostName host, Renewal renewal, Instant now) {
    return "%s: the renewal is over after %s; wanted was %s"
        .formatted(
            host.shown(),
            Duration.between(renewal.since(), now).toSeconds() + " s",
            renewal.wanted());
  }

  Finding unverifiable(HostName host, Renewal renewal) {
    List<Look> silent = new ArrayList<>();
    looks(host, seen -> renewal.listener().view() == View.UNSEEN ? seen.served() : List.of())
        .forEach(silent::add);
    looks(host, seen -> renewal.service().view() == View.UNSEEN ? seen.presented() : List.of())
        .forEach(silent::add);
    String why =
        silent.stream()
            .flatMap(
                look ->
                    look.chain().asFailure().map(ReadFailure::message).stream()
                        .map(message -> look.address() + " (" + look.place() + "): " + message))
            .collect(Collectors.joining("; "));
    return new Finding(
        FindingCode.RENEWAL_UNVERIFIABLE,
        "%s: the certificate was renewed at %s at the latest, and nobody can see who presents it%s"
            .formatted(host.shown(), renewal.since(), why.isEmpty() ? "" : ": " + why),
        "Let the app reach port 443 of these addresses (network integration, network security"
            + " groups), or look by hand: openssl s_client -connect <address>:443 -servername "
            + host.value());
  }

  Finding stalled(HostName host, Renewal renewal) {
    List<String> remedies = new ArrayList<>();
    if (!renewal.listener().isDone()) {
      remedies.add(
          "For the listener: "
              + GATEWAY_CLOCK
              + ". See that its user-assigned identity may read "
              + secret(host)
              + " (role Key Vault Secrets User) and that the vault lets the gateway's subnet in.");
    }
    if (!renewal.service().isDone()) {
      remedies.add(
          "For the service: "
              + SERVICE_CLOCK
              + ". See that its identity may read the secret, then save the custom domain once more.");
    }
    return new Finding(
        FindingCode.RENEWAL_STALLED,
        "%s: the certificate %s has been the newest in the vault since %s at the latest; %s"
            .formatted(host.shown(), renewal.wanted(), renewal.since(), state(host, renewal)),
        String.join(" ", remedies));
  }

  private String secret(HostName host) {
    return "the certificate of " + host.shown();
  }

  private String state(HostName host, Renewal renewal) {
    return "the listener "
        + state(renewal.listener().view(), looks(host, HostCertificates::served), newest(host))
        + ", the service "
        + state(renewal.service().view(), looks(host, HostCertificates::presented), upcoming(host));
  }

  private static String state(View view, List<Look> looks, Optional<Certificate> wanted) {
    return switch (view) {
      case FOLLOWS -> "follows";
      case NONE -> "takes it from elsewhere or is not looked at";
      case UNSEEN -> "does not answer";
      case STALE ->
          "presents "
              + looks.stream()
                  .filter(look -> look.leaf().isPresent() && !look.leaf().equals(wanted))
                  .map(
                      look ->
                          look.leaf().get().thumbprint()
                              + " at "
                              + look.address()
                              + (look.place().isEmpty() ? "" : " (" + look.place() + ")"))
                  .collect(Collectors.joining(", "))
              + " still";
    };
  }

  private List<Look> looks(
      HostName host, java.util.function.Function<HostCertificates, List<Look>> which) {
    return Optional.ofNullable(seen.certificates().get(host)).map(which).orElse(List.of());
  }

  private Optional<Certificate> newest(HostName host) {
    return leaf(host, HostCertificates::newest);
  }

  private Optional<Certificate> upcoming(HostName host) {
    return leaf(host, HostCertificates::upcoming);
  }

  private Optional<Certificate> leaf(
      HostName host,
      java.util.function.Function<HostCertificates, Optional<Reading<VaultCertificate>>> which) {
    return Optional.ofNullable(seen.certificates().get(host))
        .flatMap(which)
        .flatMap(Reading::asValue)
        .map(VaultCertificate::certificate);
  }
}
