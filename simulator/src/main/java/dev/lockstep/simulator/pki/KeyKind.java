package dev.lockstep.simulator.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

/** Kinds of keys that a certificate can have. */
public enum KeyKind {
  /** P-256; made in a millisecond. */
  EC("SHA256withECDSA", 256),
  /** 2048 bits; takes a tenth of a second and more. */
  RSA("SHA256withRSA", 2048);

  private final String signature;
  private final int bits;

  KeyKind(String signature, int bits) {
    this.signature = signature;
    this.bits = bits;
  }

  /** Name of the signature algorithm that a key of this kind signs with. */
  String signature() {
    return signature;
  }

  KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
      generator.initialize(bits, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no " + name() + " keys", missing);
    }
  }
}
