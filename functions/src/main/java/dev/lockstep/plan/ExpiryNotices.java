package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.Reading;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.plan.ExpiryNotice.Where;
import dev.lockstep.trust.Expiry;
import dev.lockstep.trust.Expiry.Stage;
import dev.lockstep.trust.ExpiryThresholds;
import dev.lockstep.trust.PublicCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which certificates of a host name end soon, and who is stale. What is presented counts only where
 * it is not the newest in the vault: that one is told of once.
 *
 * <pre>
 * ends soon or is over          | and                              | stale is
 * ------------------------------+----------------------------------+-----------------------------------
 * the newest in the vault       | -                                | the vault: nobody can get another
 * what a listener presents      | the vault has another            | the listener
 * what the service presents     | its vault has another            | the service
 * what the service presents     | it takes it from no vault        | the service: somebody uploaded it
 * what the service presents     | Azure looks after it             | nobody until 7 days are left, then
 *                               |                                  | the service
 * </pre>
 */
public final class ExpiryNotices {
  private final Endpoint endpoint;
  private final String secret;
  private final Instant at;
  private final List<ExpiryNotice> notices = new ArrayList<>();

  private ExpiryNotices(Binding binding, Endpoint endpoint, Instant at) {
    this.endpoint = endpoint;
    this.secret =
        Optional.ofNullable(binding.certificates().get(endpoint.host()))
            .or(endpoint::secretId)
            .orElse("the certificate of " + endpoint.host().shown());
    this.at = at;
  }

  /** All notices of a host name at that instant; the one that ends first comes first. */
  public static List<ExpiryNotice> of(
      Binding binding, Endpoint endpoint, HostCertificates seen, Instant at) {
    ExpiryNotices work = new ExpiryNotices(binding, endpoint, at);
    Optional<Certificate> newest = certificate(seen.newest());
    Optional<Certificate> upcoming = certificate(seen.upcoming());
    newest.ifPresent(leaf -> work.vault(leaf, work.secret));
    upcoming
        .filter(leaf -> newest.filter(leaf::equals).isEmpty())
        .ifPresent(leaf -> work.vault(leaf, endpoint.secretId().orElse(work.secret)));
    stale(seen.served(), newest).forEach(work::listener);
    stale(seen.presented(), upcoming).forEach(look -> work.service(look, seen));
    return work.notices.stream()
        .distinct()
        .sorted(Comparator.comparing(ExpiryNotice::ends).thenComparing(ExpiryNotice::where))
        .toList();
  }

  private static Optional<Certificate> certificate(Optional<Reading<VaultCertificate>> version) {
    return version.flatMap(Reading::asValue).map(VaultCertificate::certificate);
  }

  private static List<Look> stale(List<Look> looks, Optional<Certificate> newest) {
    return looks.stream()
        .filter(look -> look.leaf().isPresent() && !look.leaf().equals(newest))
        .toList();
  }

  private void vault(Certificate newest, String where) {
    expiry(newest)
        .ifPresent(
            expiry ->
                add(
                    Where.VAULT,
                    expiry,
                    "the newest certificate in the vault "
                        + ends(expiry)
                        + ", so neither gateway nor service can get a later one; "
                        + fail("clients", expiry),
                    "renew " + where + ": both take the new version by themselves"));
  }

  private void listener(Look look) {
    expiry(look.leaf().orElseThrow())
        .ifPresent(
            expiry ->
                add(
                    Where.LISTENER,
                    expiry,
                    "what the listener on "
                        + look.place()
                        + " presents "
                        + ends(expiry)
                        + ", and the vault has another; the gateway reads the vault every four"
                        + " hours; "
                        + fail("clients", expiry),
                    "see that the gateway's identity may read "
                        + secret
                        + " (role Key Vault Secrets User) and that the vault lets its subnet in"));
  }

  private void service(Look look, HostCertificates seen) {
    boolean managed = endpoint.certificateSource().filter("Managed"::equalsIgnoreCase).isPresent();
    String whose = "what the service presents at " + look.address() + " ";
    Optional<Expiry> expiry = expiry(look.leaf().orElseThrow());
    if (managed) {
      expiry
          .filter(of -> of.stage() != Stage.NEAR)
          .ifPresent(
              of ->
                  add(
                      Where.SERVICE,
                      of,
                      whose + ends(of) + ", and Azure has not renewed it; " + fail("requests", of),
                      "see that the public DNS record of the host name still leads to the service,"
                          + " and open a support case"));
    } else if (seen.upcoming().isEmpty()) {
      expiry.ifPresent(
          of ->
              add(
                  Where.SERVICE,
                  of,
                  whose + ends(of) + ", and it comes from no vault; " + fail("requests", of),
                  "upload the next one, or let the custom domain refer to a vault"));
    } else {
      expiry.ifPresent(
          of ->
              add(
                  Where.SERVICE,
                  of,
                  whose
                      + ends(of)
                      + ", and the vault has another; API Management takes that by itself within"
                      + " hours that nobody documents; "
                      + fail("requests", of),
                  "see that the service's identity may read the secret, then save the custom"
                      + " domain once more"));
    }
  }

  private Optional<Expiry> expiry(Certificate certificate) {
    return PublicCertificate.tryParse(certificate.bytes())
        .map(parsed -> Expiry.of(parsed, ExpiryThresholds.DEFAULT, at))
        .filter(expiry -> expiry.stage() != Stage.FINE && expiry.stage() != Stage.AHEAD);
  }

  private static String ends(Expiry expiry) {
    return (expiry.stage() == Stage.EXPIRED ? "ended at " : "ends at ")
        + expiry.certificate().validity().to();
  }

  private static String fail(String who, Expiry expiry) {
    return expiry.stage() == Stage.EXPIRED
        ? who + " fail since then"
        : who + " fail from " + expiry.certificate().validity().to();
  }

  private void add(Where where, Expiry expiry, String message, String remedy) {
    notices.add(new ExpiryNotice(where, expiry, message, remedy));
  }
}
