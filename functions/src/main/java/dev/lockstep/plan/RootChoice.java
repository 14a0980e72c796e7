package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.trust.PublicCertificate;
import dev.lockstep.trust.TrustChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The trusted roots that a site's setting refers to. The configured ones are those of {@code
 * trustedRoots}.
 *
 * <pre>
 * backendTrust | certificates           | published | then
 * -------------+------------------------+-----------+------------------------------------------
 * public       | any                    | any       | none; a private root seen is warned of, and
 *              |                        |           | a published setting keeps what it lists
 * auto, listed | not looked at          | any       | the configured ones
 * auto, listed | publicly trusted       | any       | none
 * auto, listed | all roots are known    | any       | these and the configured ones
 * auto, listed | a root is not known    | yes       | what the setting lists, and the configured
 *              |                        |           | ones; trustUndetermined
 * auto, listed | a root is not known    | no        | the configured ones; trustUndetermined
 * </pre>
 *
 * While certificates are being renewed, a setting that lists roots keeps them, beside all that it
 * needs: a service has several instances behind one address, and a look meets one of them.
 *
 * <p>With {@code listed}, and with {@code auto} as soon as roots are configured, public roots are
 * listed like all others. A gateway holds 100 roots (Microsoft Learn, Application Gateway limits),
 * so none is uploaded twice:
 *
 * <pre>
 * wanted     | on the gateway                                   | then
 * -----------+--------------------------------------------------+---------------------
 * existing   | there                                            | referred to
 * existing   | not there                                        | trustedRootUnknown
 * data       | ours                                             | referred to
 * data       | not ours, but somebody's with the same DER bytes | referred to, unchanged
 * data       | not there                                        | uploaded
 * </pre>
 *
 * A root that no setting refers to any more is taken out by {@link Sweep}, if it is ours.
 */
final class RootChoice {
  private static final String COLLECTION = Kind.ROOT.collection();

  private final Claim claim;
  private final ElementNames names;
  private final Commons commons;
  private final Estate estate;
  private final Findings findings;

  RootChoice(Claim claim, ElementNames names, Commons commons, Estate estate, Findings findings) {
    this.claim = claim;
    this.names = names;
    this.commons = commons;
    this.estate = estate;
    this.findings = findings;
  }

  List<TrustedRoot> roots(Consumer<Obstacle> obstacles) {
    boolean never = claim.binding().trust().backendTrust() == BackendTrust.PUBLIC;
    Set<TrustedRoot> chosen = new LinkedHashSet<>();
    commons.trust().choice(claim).ifPresent(choice -> determined(choice).forEach(chosen::add));
    if (!never) {
      configured(obstacles).forEach(chosen::add);
    }
    return once(chosen);
  }

  private List<TrustedRoot> determined(TrustChoice choice) {
    TrustFindings.report(claim, choice, findings);
    if (choice instanceof TrustChoice.Undetermined) {
      return standing();
    }
    Set<TrustedRoot> roots = new LinkedHashSet<>(listed(choice));
    if (commons.trust().keepsRoots()) {
      roots.addAll(kept(choice));
    }
    return List.copyOf(roots);
  }

  private List<TrustedRoot> listed(TrustChoice choice) {
    return choice instanceof TrustChoice.Listed listed
        ? listed.certificates().stream()
            .map(PublicCertificate::base64)
            .map(der -> shared(new TrustedRoot.Uploaded(der)))
            .toList()
        : List.of();
  }

  /** What stays while certificates are being renewed: together with all roots that are known. */
  private List<TrustedRoot> kept(TrustChoice choice) {
    List<TrustedRoot> standing = standing();
    if (choice instanceof TrustChoice.Listed || standing.isEmpty()) {
      return standing;
    }
    // Listed roots may count alone, so what stays is of use only beside the public ones.
    List<TrustedRoot> all =
        commons.trust().listing(claim).map(this::listed).orElse(List.<TrustedRoot>of());
    Set<TrustedRoot> both = new LinkedHashSet<>(all);
    both.addAll(standing);
    return all.isEmpty() ? List.of() : List.copyOf(both);
  }

  private List<TrustedRoot> configured(Consumer<Obstacle> obstacles) {
    List<TrustedRoot> roots = new ArrayList<>();
    for (TrustedRoot root : claim.binding().trustedRoots()) {
      if (root instanceof TrustedRoot.Uploaded uploaded) {
        roots.add(shared(uploaded));
      } else {
        roots.add(root);
        checkThere(((TrustedRoot.Existing) root).name(), obstacles);
      }
    }
    return roots;
  }

  /** The root, or somebody's on the gateway that is the same. */
  private TrustedRoot shared(TrustedRoot.Uploaded uploaded) {
    ElementKey own = names.key(Kind.ROOT, CertificateText.thumbprint(uploaded.der()));
    return Optional.of(uploaded.der())
        .filter(der -> !estate.owned().owns(own))
        .flatMap(commons.roots()::equalTo)
        .<TrustedRoot>map(key -> new TrustedRoot.Existing(key.name()))
        .orElse(uploaded);
  }

  /** Exactly what our standing setting of the host name lists. */
  private List<TrustedRoot> standing() {
    return estate.ownedFor(claim.service().id(), claim.host()).stream()
        .filter(key -> key.collection().equals(Kind.SETTINGS.collection()))
        .flatMap(key -> estate.document().element(key).stream())
        .flatMap(setting -> listed(setting).stream())
        .distinct()
        .toList();
  }

  private List<TrustedRoot> listed(Element setting) {
    List<TrustedRoot> roots = new ArrayList<>();
    setting
        .properties()
        .path("trustedRootCertificates")
        .forEach(
            reference ->
                ResourceId.tryParse(reference.path("id").asText(""))
                    .map(ResourceId::name)
                    .filter(name -> estate.document().element(key(name)).isPresent())
                    .map(this::asWanted)
                    .ifPresent(roots::add));
    return roots;
  }

  // One of ours has to be wanted, or another site's removal would count it as left over.
  private TrustedRoot asWanted(String name) {
    TrustedRoot existing = new TrustedRoot.Existing(name);
    return estate
        .document()
        .element(key(name))
        .flatMap(root -> CertificateText.toDer(root.properties().path("data").asText("")))
        .filter(der -> key(name).equals(names.key(Kind.ROOT, CertificateText.thumbprint(der))))
        .filter(der -> estate.owned().owns(key(name)))
        .<TrustedRoot>map(TrustedRoot.Uploaded::new)
        .orElse(existing);
  }

  /** Each certificate once, by whatever name; one that the operator names goes by that name. */
  private List<TrustedRoot> once(Set<TrustedRoot> roots) {
    Set<String> named = new HashSet<>();
    roots.stream()
        .filter(TrustedRoot.Existing.class::isInstance)
        .forEach(root -> der(((TrustedRoot.Existing) root).name()).ifPresent(named::add));
    return roots.stream()
        .filter(root -> !(root instanceof TrustedRoot.Uploaded own) || !named.contains(own.der()))
        .toList();
  }

  private Optional<String> der(String name) {
    return estate
        .document()
        .element(key(name))
        .flatMap(root -> CertificateText.toDer(root.properties().path("data").asText("")));
  }

  private void checkThere(String name, Consumer<Obstacle> obstacles) {
    if (estate.document().element(key(name)).isEmpty()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.TRUSTED_ROOT_UNKNOWN,
              "the gateway has no trusted root '" + name + "'",
              "upload it, or give its data in trustedRoots"));
    }
  }

  private static ElementKey key(String name) {
    return new ElementKey(COLLECTION, name);
  }
}
