package dev.lockstep.trust;

import java.util.List;

/**
 * A root that a setting has to list.
 *
 * @param root the certificate
 * @param reasons whose chains need it, in words, such as {@code api.contoso.com (westeurope),
 *     presented now}
 */
public record ListedRoot(PublicCertificate root, List<String> reasons) {
  public ListedRoot {
    reasons = List.copyOf(reasons);
  }
}
