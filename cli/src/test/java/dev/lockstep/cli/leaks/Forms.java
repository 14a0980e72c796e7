package dev.lockstep.cli.leaks;

import dev.lockstep.simulator.pki.Identity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * The forms in which secrets lie in memory and files, cut into windows that stand for fragments.
 */
final class Forms {
  private static final int WINDOW = 24;
  private static final int STEP = 64;
  // The begin of every PFX is alike, and so is what names its algorithms.
  private static final int ALIKE = 64;
  private static final byte[] RSA_OID = {0x06, 0x09, 0x2A, (byte) 0x86, 0x48};
  private static final byte[] SHA_OID = {0x06, 0x09, 0x60, (byte) 0x86, 0x48};

  private final Needles needles;

  Forms(Needles needles) {
    this.needles = needles;
  }

  /** A text: as Java keeps it in a String or in characters, and as files and sockets have it. */
  void text(String name, String text) {
    windows(name + " (bytes)", text.getBytes(StandardCharsets.ISO_8859_1));
    windows(name + " (characters)", text.getBytes(StandardCharsets.UTF_16BE));
    windows(name + " (UTF-16)", text.getBytes(StandardCharsets.UTF_16LE));
  }

  /** A private key: its numbers as {@code BigInteger} and PKCS#8 have them, and that in base64. */
  void key(String name, Identity identity) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) identity.key();
    Map<String, BigInteger> numbers =
        Map.of(
            "exponent", key.getPrivateExponent(),
            "prime p", key.getPrimeP(),
            "prime q", key.getPrimeQ(),
            "exponent p", key.getPrimeExponentP(),
            "exponent q", key.getPrimeExponentQ(),
            "coefficient", key.getCrtCoefficient());
    numbers.forEach((part, number) -> windows(name + ", " + part, number.toByteArray()));
    // The first half is public in part.
    byte[] pkcs8 = key.getEncoded();
    int secret = pkcs8.length / 2 / 3 * 3;
    text(
        name + ", PKCS#8 in base64",
        Base64.getEncoder().encodeToString(Arrays.copyOfRange(pkcs8, secret, pkcs8.length)));
  }

  /** A PFX: its bytes, and its base64. */
  void pfx(String name, byte[] pfx) {
    Base64.Encoder base64 = Base64.getEncoder();
    // Groups of three bytes are base64 of their own.
    int from = ALIKE / 3 * 3;
    for (int at = from; at + WINDOW < pfx.length - 2 * ALIKE; at += STEP / 3 * 3) {
      byte[] window = Arrays.copyOfRange(pfx, at, at + WINDOW);
      if (!contains(window, RSA_OID) && !contains(window, SHA_OID)) {
        needles.add(name + " (bytes)", window);
        text(name + " in base64", base64.encodeToString(window));
      }
    }
  }

  private void windows(String name, byte[] bytes) {
    int last = Math.max(0, bytes.length - WINDOW);
    for (int at = 0; at < last; at += STEP) {
      needles.add(name, Arrays.copyOfRange(bytes, at, at + WINDOW));
    }
    needles.add(name, Arrays.copyOfRange(bytes, last, bytes.length));
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
