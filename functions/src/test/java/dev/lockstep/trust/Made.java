package dev.lockstep.trust;

import java.security.KeyPair;

/** A certificate of a test, with the key that only tests have. */
record Made(PublicCertificate certificate, KeyPair keys) {
  /** What this authority issues next. */
  Draft issues(String commonName) {
    return new Draft(commonName).by(this);
  }

  @Override
  public String toString() {
    return certificate.subject();
  }
}
