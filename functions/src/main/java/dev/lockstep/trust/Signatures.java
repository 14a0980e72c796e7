package dev.lockstep.trust;

import java.util.HashMap;
import java.util.Map;

/** Verifies each pair once, and no more than so many: anyone can send a chain that never ends. */
final class Signatures {
  static final int MOST = 200;

  private final Map<String, Boolean> verified = new HashMap<>();

  /** Whether no further pair will be looked at. */
  boolean areExhausted() {
    return verified.size() >= MOST;
  }

  boolean verifies(PublicCertificate issuer, PublicCertificate child) {
    String pair = issuer.sha256() + child.sha256();
    if (areExhausted() && !verified.containsKey(pair)) {
      return false;
    }
    return verified.computeIfAbsent(pair, key -> child.isSignedBy(issuer));
  }
}
