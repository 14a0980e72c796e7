package dev.lockstep.simulator.world;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Every id and etag of the world, drawn from one seed: same seed and same requests, same ids. */
public final class Ids {
  private final Random random;

  /** Starts the sequence that belongs to the seed. */
  public Ids(long seed) {
    random = new Random(seed);
  }

  /** A new GUID. */
  public String guid() {
    byte[] name = new byte[16];
    random.nextBytes(name);
    return UUID.nameUUIDFromBytes(name).toString();
  }

  /** A new etag in the form of the network provider: {@code W/"guid"}. */
  public String weakEtag() {
    return "W/\"" + guid() + "\"";
  }

  /** A new etag in the form of API Management: base64 of eight bytes. */
  public String shortEtag() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    bytes[0] = 0;
    bytes[1] = 0;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
