package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Reading;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.trust.Authority;
import dev.lockstep.trust.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The roots that a backend setting lists, by what was seen of certificates. */
class BackendTrustTest {
  private static final String HOST = "api.contoso.com";
  private static final Authority OLD = Authority.root("Old Root");
  private static final Authority NEW = Authority.root("New Root");
  private static final Authority PUBLIC = Authority.root("Public Root");
  private static final Certificate OLD_LEAF = OLD.leaf(HOST);
  private static final Certificate NEW_LEAF = NEW.leaf(HOST);
  private static final Certificate PUBLIC_LEAF = PUBLIC.leaf(HOST);
  private static final Certificate[] SERVED_OLD = {OLD_LEAF, OLD.certificate()};
  private static final Certificate[] SERVED_PUBLIC = {PUBLIC_LEAF};

  @Test
  void aNewRootIsListedBeforeItIsPresentedAndTheOldOneLeavesAfter() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();
    assertThat(listed(estates)).containsExactly(OLD.certificate());

    estates.seen(
        HOST,
        Seen.of(
            Reading.known(List.of(SERVED_OLD)), Seen.newest(NEW_LEAF), List.of(NEW.certificate())));
    change(estates);
    assertThat(listed(estates)).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());

    estates.seen(HOST, Seen.settled(NEW_LEAF, NEW.certificate()));
    change(estates);
    assertThat(listed(estates)).containsExactly(NEW.certificate());
    assertThat(ownRoots(estates)).containsExactly(NEW.certificate());
  }

  @Test
  void fromPrivateToPublicNoRootIsLeftOnlyAfterTheServiceHasSwitched() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();

    estates.seen(HOST, Seen.of(List.of(SERVED_OLD), Seen.newest(PUBLIC_LEAF)));
    change(estates);
    assertThat(listed(estates)).containsExactlyInAnyOrder(OLD.certificate(), PUBLIC.certificate());

    estates.seen(HOST, Seen.settled(SERVED_PUBLIC));
    change(estates);
    assertThat(listed(estates)).isEmpty();
    assertThat(ownRoots(estates)).isEmpty();
  }

  @Test
  void fromPublicToPrivateAllRootsAreListedBeforeTheServiceSwitches() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_PUBLIC)).converged();
    assertThat(listed(estates)).isEmpty();

    estates.seen(
        HOST,
        Seen.of(
            Reading.known(List.of(SERVED_PUBLIC)),
            Seen.newest(NEW_LEAF),
            List.of(NEW.certificate())));
    change(estates);

    assertThat(listed(estates)).containsExactlyInAnyOrder(PUBLIC.certificate(), NEW.certificate());
  }

  @Test
  void aRootThatCannotBeDeterminedChangesNothingAndIsToldBeforeTheServiceSwitches() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();

    Plan plan = estates.seen(HOST, Seen.of(List.of(SERVED_OLD), Seen.newest(NEW_LEAF))).plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("trustUndetermined");
              assertThat(warning.message())
                  .contains("newest in the vault")
                  .contains("New Root")
                  .contains("trust bundle")
                  .contains("at any time since 2026-05-20T08:00:00Z");
            });
  }

  @Test
  void aServiceThatDoesNotAnswerChangesNothing() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();

    Plan plan =
        estates
            .seen(HOST, Seen.of(Seen.silent(), Seen.newest(OLD_LEAF), List.of(OLD.certificate())))
            .plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.warnings()).extracting(Warning::code).containsExactly("trustUndetermined");
  }

  @Test
  void aNewHostNameWithUnknownRootsGetsTheConfiguredOnes() {
    Estates estates =
        estates()
            .with(b -> b.roots(new TrustedRoot.Uploaded(NEW.certificate().der())))
            .seen(HOST, Seen.of(Seen.silent(), Seen.newest(OLD_LEAF), List.of()));

    Plan plan = estates.plan();
    estates.apply(plan);

    assertThat(plan.warnings()).extracting(Warning::code).contains("trustUndetermined");
    assertThat(listed(estates)).containsExactly(NEW.certificate());
  }

  @Test
  void configuredRootsAreListedBesideThePublicOnesThatCountNoMore() {
    Estates estates =
        estates()
            .with(b -> b.roots(new TrustedRoot.Uploaded(NEW.certificate().der())))
            .seen(HOST, Seen.settled(SERVED_PUBLIC))
            .converged();

    assertThat(listed(estates)).containsExactlyInAnyOrder(PUBLIC.certificate(), NEW.certificate());
  }

  @Test
  void withPublicNothingIsEverListedAndAPrivateRootIsWarnedOf() {
    Estates estates =
        estates()
            .with(b -> b.roots(new TrustedRoot.Uploaded(NEW.certificate().der())))
            .with(
                b ->
                    new Estates.BindingEdit(
                        b.binding()
                            .withTrust(
                                new TrustPolicy(
                                    BackendTrust.PUBLIC, Optional.empty(), false, true))))
            .seen(HOST, Seen.settled(SERVED_OLD));

    Plan plan = estates.plan();
    estates.apply(plan);

    assertThat(plan.warnings()).extracting(Warning::code).containsExactly("trustUndetermined");
    assertThat(listed(estates)).isEmpty();
  }

  @Test
  void anEqualRootOfSomebodyElseIsReferredToAndNotTouched() {
    Estates estates =
        estates()
            .colleague(gateway -> upload(gateway, "root-of-others", OLD.certificate()))
            .seen(HOST, Seen.settled(SERVED_OLD))
            .converged();

    assertThat(listed(estates)).containsExactly(OLD.certificate());
    assertThat(ownRoots(estates)).isEmpty();

    estates.seen(HOST, Seen.settled(SERVED_PUBLIC)).converged();
    assertThat(listed(estates)).isEmpty();
    assertThat(
            estates
                .input()
                .observation()
                .gateway()
                .asValue()
                .orElseThrow()
                .elements("trustedRootCertificates"))
        .extracting(element -> element.key().name())
        .contains("root-of-others");
  }

  @Test
  void aManagedCertificateIsNeverPinned() {
    Estates estates =
        estates()
            .lists(
                Estates.SERVICE,
                new Endpoint(
                    EndpointType.PROXY,
                    new HostName(HOST),
                    Estates.proxy(HOST).secretId(),
                    Optional.of("Managed"),
                    false,
                    false,
                    false))
            .seen(HOST, Seen.settled(SERVED_OLD))
            .converged();

    assertThat(listed(estates)).isEmpty();
  }

  @Test
  void anExpiredCertificateIsWarnedOfAndItsRootStays() {
    Certificate expired = OLD.leaf(HOST, -40);
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();

    Plan plan = estates.seen(HOST, Seen.settled(expired, OLD.certificate())).plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.warnings()).extracting(Warning::code).contains("certificateExpired");
  }

  @Test
  void aCertificateThatNoGatewayCanUseBlocksANewHostNameAndWarnsOfAStandingOne() {
    Estates hardware =
        estates()
            .seen(
                HOST,
                Seen.of(
                    List.of(SERVED_OLD),
                    Seen.version(OLD_LEAF, "application/x-pkcs12", "RSA-HSM", true)));
    Estates standing = estates().seen(HOST, Seen.settled(SERVED_OLD)).converged();
    standing.seen(
        HOST,
        Seen.of(List.of(SERVED_OLD), Seen.version(OLD_LEAF, "application/x-pkcs12", "RSA", false)));

    assertThat(hardware.plan().changes()).isEmpty();
    assertThat(hardware.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.CERTIFICATE_UNUSABLE);
    assertThat(standing.plan().blocked()).isEmpty();
    assertThat(standing.plan().warnings())
        .extracting(Warning::code)
        .containsExactly("certificateUnfit");
  }

  @Test
  void aGatewayWithoutIdentityIsBlockedWithTheCommand() {
    Estates estates =
        estates().colleague(g -> g.remove("identity")).seen(HOST, Seen.settled(SERVED_OLD));

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.IDENTITY_MISSING);
              assertThat(blocked.remedy())
                  .startsWith("az network application-gateway identity assign --gateway-name agw");
            });
  }

  @Test
  void pinnedCertificatesOfOthersAreToldOnceAndNotTouched() {
    Estates estates = estates().seen(HOST, Seen.settled(SERVED_OLD));
    estates.colleague(
        gateway ->
            Estates.edit(
                gateway,
                "sslCertificates",
                "wild-fabrikam",
                "keyVaultSecretId",
                "https://kv-fabrikam.vault.azure.net/secrets/wild-fabrikam/0f1e"));

    assertThat(estates.plan().warnings())
        .filteredOn(warning -> warning.code().equals("certificatePinnedByOthers"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("wild-fabrikam"));
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  private static Estates estates() {
    return Estates.contoso().publicRoots(Pool.of(List.of(PUBLIC.parsed())));
  }

  /** Applies what is planned, which is something, may be written, and is not planned again. */
  private static void change(Estates estates) {
    Plan plan = estates.plan();
    assertThat(plan.changes()).isNotEmpty();
    assertThat(Guards.check(plan, estates.input())).isEmpty();
    estates.apply(plan);
    assertThat(estates.plan().changes()).isEmpty();
  }

  private static void upload(ObjectNode gateway, String name, Certificate root) {
    ObjectNode element =
        gateway
            .withObjectProperty("properties")
            .withArrayProperty("trustedRootCertificates")
            .addObject();
    element.put("name", name);
    element.put("id", gateway.path("id").asText() + "/trustedRootCertificates/" + name);
    element.putObject("properties").put("data", root.der());
  }

  /** The certificates that our setting lists. */
  private static List<Certificate> listed(Estates estates) {
    var document = estates.input().observation().gateway().asValue().orElseThrow();
    List<Certificate> roots = new ArrayList<>();
    document.elements("backendHttpSettingsCollection").stream()
        .filter(setting -> estates.input().observation().owned().owns(setting.key()))
        .forEach(
            setting ->
                setting
                    .properties()
                    .path("trustedRootCertificates")
                    .forEach(
                        reference ->
                            document.elements("trustedRootCertificates").stream()
                                .filter(
                                    root ->
                                        reference
                                            .path("id")
                                            .asText()
                                            .endsWith("/" + root.key().name()))
                                .map(root -> root.properties().path("data").asText())
                                .map(Certificate::new)
                                .forEach(roots::add)));
    return roots;
  }

  private static List<Certificate> ownRoots(Estates estates) {
    return estates
        .input()
        .observation()
        .gateway()
        .asValue()
        .orElseThrow()
        .elements("trustedRootCertificates")
        .stream()
        .filter(root -> estates.input().observation().owned().owns(root.key()))
        .map(root -> new Certificate(root.properties().path("data").asText()))
        .toList();
  }
}
