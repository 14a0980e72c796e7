package dev.lockstep.cli.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

/** Kinds of keys that can be asked for. */
public enum KeyChoice {
  /** RSA of 2048 bits, which every service takes. */
  rsa2048("RSA", 2048),
  /** P-256. */
  ec256("EC", 256);

  private final String algorithm;
  private final int bits;

  KeyChoice(String algorithm, int bits) {
    this.algorithm = algorithm;
    this.bits = bits;
  }

  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits, new SecureRandom());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no " + algorithm + " keys", missing);
    }
  }
}
