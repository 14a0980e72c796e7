package dev.lockstep.simulator.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Where keys and serial numbers come from. Drawn from a seed and a label, so that the same seed
 * gives the same certificates in whatever order they are asked for. That is for a simulated world:
 * the keys are only as secret as the seed.
 *
 * @param seed seed of the world
 */
record Randomness(long seed) {

  /** A generator for one purpose. */
  SecureRandom of(String label) {
    try {
      // SHA1PRNG is the one generator of the JDK whose output depends on the seed alone.
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed((seed + "|" + label).getBytes(StandardCharsets.UTF_8));
      return random;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA1PRNG", missing);
    }
  }
}
