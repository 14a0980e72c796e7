package dev.lockstep.golden;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Seen;
import dev.lockstep.trust.Pool;
import dev.lockstep.trust.PublicCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Estates that show which roots a setting lists, by the name of what they show. */
final class TrustCases {
  private static final String HOST = "api.contoso.com";
  private static final Certificate OLD_ROOT = read("old-root");
  private static final Certificate OLD = read("old-leaf");
  private static final Certificate NEW_ROOT = read("new-root");
  private static final Certificate NEW = read("new-leaf");
  private static final Certificate PUBLIC_ROOT = read("public-root");
  private static final Certificate PUBLIC = read("public-leaf");

  private TrustCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>();
    cases.put("trust-first-host-with-a-private-root", () -> presents(OLD, OLD_ROOT));
    cases.put("trust-new-root-first", TrustCases::newRoot);
    cases.put("trust-old-root-leaves", () -> renewed(NEW, NEW_ROOT));
    cases.put(
        "trust-old-root-stays-while-the-service-follows",
        () -> {
          Estates estates = renewed(NEW, NEW_ROOT);
          estates.keepsRoots = true;
          return estates;
        });
    cases.put(
        "trust-from-public-to-private",
        () -> upcoming(presents(PUBLIC).converged(), List.of(PUBLIC), NEW, NEW_ROOT));
    cases.put(
        "trust-from-private-to-public",
        () -> upcoming(presents(OLD, OLD_ROOT).converged(), List.of(OLD, OLD_ROOT), PUBLIC));
    cases.put("trust-public-at-last", TrustCases::publicAtLast);
    cases.put(
        "trust-undetermined",
        () -> upcoming(presents(OLD, OLD_ROOT).converged(), List.of(OLD, OLD_ROOT), NEW));
    cases.put("trust-managed-is-not-pinned", TrustCases::managed);
    cases.put("trust-equal-root-of-others", TrustCases::equalRoot);
    cases.put(
        "trust-gateway-without-identity",
        () -> presents(OLD, OLD_ROOT).colleague(g -> g.remove("identity")));
    cases.put(
        "trust-upload-without-mapping",
        () ->
            presents(OLD, OLD_ROOT)
                .lists(
                    Estates.SERVICE, Estates.endpoint(EndpointType.PROXY, HOST, Optional.empty())));
    return cases;
  }

  private static Estates estates() {
    return Estates.contoso()
        .publicRoots(Pool.of(List.of(PublicCertificate.tryParse(PUBLIC_ROOT.bytes()).get())));
  }

  private static Estates presents(Certificate... chain) {
    return estates().seen(HOST, Seen.settled(chain));
  }

  private static Estates upcoming(
      Estates estates, List<Certificate> presented, Certificate newest, Certificate... bundle) {
    return estates.seen(
        HOST, Seen.of(Reading.known(presented), Seen.newest(newest), List.of(bundle)));
  }

  private static Estates newRoot() {
    return upcoming(presents(OLD, OLD_ROOT).converged(), List.of(OLD, OLD_ROOT), NEW, NEW_ROOT);
  }

  private static Estates renewed(Certificate... chain) {
    return newRoot().converged().seen(HOST, Seen.settled(chain));
  }

  private static Estates publicAtLast() {
    return upcoming(presents(OLD, OLD_ROOT).converged(), List.of(OLD, OLD_ROOT), PUBLIC)
        .converged()
        .seen(HOST, Seen.settled(PUBLIC));
  }

  private static Estates managed() {
    Endpoint listed = Estates.proxy(HOST);
    return presents(OLD, OLD_ROOT)
        .lists(
            Estates.SERVICE,
            new Endpoint(
                listed.type(),
                new HostName(HOST),
                listed.secretId(),
                Optional.of("Managed"),
                false,
                false,
                false));
  }

  private static Estates equalRoot() {
    return presents(OLD, OLD_ROOT)
        .colleague(
            g ->
                Estates.edit(
                    g,
                    "trustedRootCertificates",
                    "root-contoso-internal-ca",
                    "data",
                    OLD_ROOT.der()));
  }

  private static Certificate read(String name) {
    try (InputStream in = TrustCases.class.getResourceAsStream("/certificates/" + name + ".pem")) {
      String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new Certificate(CertificateText.toDer(pem).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
