package dev.lockstep.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys for tests. RSA keys take a tenth of a second each, so a few are shared. */
final class Keys {
  private static final KeyPair[] RSA = {pair("RSA", 2048), pair("RSA", 2048)};
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Keys() {}

  static KeyPair ec() {
    return pair("EC", 256);
  }

  static KeyPair rsa() {
    return RSA[NEXT.getAndIncrement() % RSA.length];
  }

  static KeyPair pair(String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair edwards() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
