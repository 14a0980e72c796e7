package dev.lockstep.trust;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a certificate or a chain, or not known of it.
 *
 * @param code its name in the catalogue
 * @param reason what was found
 * @param remedy what a person can do
 */
public record TrustProblem(TrustCode code, String reason, String remedy) {
  public TrustProblem {
    requireNonNull(code, "code is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(remedy, "remedy is null");
  }
}
