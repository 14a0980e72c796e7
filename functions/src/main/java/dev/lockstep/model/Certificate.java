package dev.lockstep.model;

import java.util.Base64;

/**
 * A public certificate as it was read; nothing about it has been judged.
 *
 * @param der base64 of DER in one line
 */
public record Certificate(String der) {
  /** The certificate of these DER bytes. */
  public static Certificate of(byte[] der) {
    return new Certificate(Base64.getEncoder().encodeToString(der));
  }

  /** Its DER bytes. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(der);
  }
}
