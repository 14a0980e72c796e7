package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.TrustedRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The trusted roots that a site refers to. A gateway holds 100 (Microsoft Learn, Application
 * Gateway limits), so none is uploaded twice.
 *
 * <pre>
 * configured | on the gateway                                   | then
 * -----------+--------------------------------------------------+---------------------
 * existing   | there                                            | referred to
 * existing   | not there                                        | trustedRootUnknown
 * data       | ours                                             | referred to
 * data       | not ours, but somebody's with the same DER bytes | referred to, unchanged
 * data       | not there                                        | uploaded
 * </pre>
 */
final class RootChoice {
  private static final String COLLECTION = Kind.ROOT.collection();

  private RootChoice() {}

  static List<TrustedRoot> of(
      Claim claim,
      ElementNames names,
      ForeignRoots foreign,
      Estate estate,
      Consumer<Obstacle> obstacles) {
    List<TrustedRoot> chosen = new ArrayList<>();
    for (TrustedRoot root : claim.binding().trustedRoots()) {
      if (root instanceof TrustedRoot.Uploaded uploaded) {
        ElementKey own = names.key(Kind.ROOT, CertificateText.thumbprint(uploaded.der()));
        chosen.add(
            Optional.of(uploaded.der())
                .filter(der -> !estate.owned().owns(own))
                .flatMap(foreign::equalTo)
                .<TrustedRoot>map(key -> new TrustedRoot.Existing(key.name()))
                .orElse(uploaded));
      } else {
        chosen.add(root);
        checkThere(((TrustedRoot.Existing) root).name(), estate, obstacles);
      }
    }
    return chosen;
  }

  private static void checkThere(String name, Estate estate, Consumer<Obstacle> obstacles) {
    if (estate.document().element(new ElementKey(COLLECTION, name)).isEmpty()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.TRUSTED_ROOT_UNKNOWN,
              "the gateway has no trusted root '" + name + "'",
              "upload it, or give its data in trustedRoots"));
    }
  }
}
