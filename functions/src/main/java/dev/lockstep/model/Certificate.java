package dev.lockstep.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

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

  /** 40 upper-case hex digits (SHA-1): the thumbprint that the portal and Key Vault show. */
  public String thumbprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(bytes());
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
