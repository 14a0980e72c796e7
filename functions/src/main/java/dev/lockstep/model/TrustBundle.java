package dev.lockstep.model;

import java.net.URI;
import java.util.List;

/** Where the operator keeps roots and intermediates: configuration. Public certificates only. */
public sealed interface TrustBundle {
  /**
   * A blob with PEM text.
   *
   * @param url its address, without a query
   */
  record Blob(URI url) implements TrustBundle {}

  /**
   * Certificates in vaults, of which the public part is read.
   *
   * @param ids each by its secret; a version counts, because a root is often pinned on purpose
   */
  record Certificates(List<SecretId> ids) implements TrustBundle {
    public Certificates {
      ids = List.copyOf(ids);
    }
  }
}
